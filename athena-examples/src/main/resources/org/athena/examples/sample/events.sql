-- The events of one chunk, as they happen and as they are recorded, the unseen future included.
-- planted is 0 for an event that is what it says, else the code of the dirt.
--
-- Variables: until_second BIGINT
--            dirt BIGINT[]  cumulated parts of a million, one for each code from 1 to 11
CREATE OR REPLACE TEMP TABLE event AS
WITH planned AS (
  SELECT card, state, issued, program, currency, merchant, expires, horizon, skewed,
    unnest(plan, recursive := true)
  FROM card
), happened AS (
  SELECT card, issued, program, currency, merchant, skewed AND n = 1 AS skewed, n, type, cents,
    t AS occurred,
    mix(xor(state, getvariable('keys')[50 + n])) AS state
  FROM planned
  WHERE cents > 0 AND t < horizon AND (t < expires OR expires IS NULL OR n = 12)
), drawn AS (
  SELECT *, ppm(draw(state, 45)) AS late_lot, ppm(draw(state, 46)) AS dirt_lot FROM happened
), recorded AS (
  SELECT * EXCLUDE (merchant, late_lot),
    CASE WHEN n IN (0, 11, 12) OR ppm(draw(state, 41)) < 800000 THEN merchant
         ELSE 1 + pick_low(draw(state, 42), 500) END AS merchant,
    CASE WHEN n = 12 THEN 5                                     -- SYSTEM
         WHEN n = 0 AND program = 2 THEN 4                      -- B2B
         WHEN program = 4 THEN 2                                -- WEB
         ELSE [1, 1, 1, 1, 1, 2, 2, 3][1 + pick(draw(state, 43), 8)] END   -- POS, WEB, APP
      AS channel,
    -- Minutes, for three in a hundred up to half a day, for one in a hundred up to six days. Loads
    -- are never late: no card is missing from the log.
    CASE WHEN type <= 2
         THEN least(occurred + 5 + pick(draw(state, 44), 600), getvariable('until_second') - 1)
         WHEN late_lot < 960000 THEN occurred + 5 + pick(draw(state, 44), 1800)
         WHEN late_lot < 990000 THEN occurred + 1800 + pick(draw(state, 44), 43200)
         ELSE occurred + 43200 + pick(draw(state, 44), 475200) END AS recorded
  FROM drawn
), dirty AS (
  SELECT * EXCLUDE dirt_lot,
    occurred < getvariable('until_second') AND recorded < getvariable('until_second') AS seen,
    recorded + 60 + pick(draw(state, 47), 172800) AS again,
    recorded + 3600 + pick(draw(state, 48), 864000) AS corrected,
    CASE WHEN dirt_lot < getvariable('dirt')[1] THEN 1
         WHEN dirt_lot < getvariable('dirt')[2] THEN 2
         WHEN dirt_lot < getvariable('dirt')[3] THEN 3
         WHEN dirt_lot < getvariable('dirt')[4] THEN 4
         WHEN dirt_lot < getvariable('dirt')[5] THEN 5
         WHEN dirt_lot < getvariable('dirt')[6] THEN 6
         WHEN dirt_lot < getvariable('dirt')[7] THEN 7
         WHEN dirt_lot < getvariable('dirt')[8] THEN 8
         WHEN dirt_lot < getvariable('dirt')[9] THEN 9
         WHEN dirt_lot < getvariable('dirt')[10] THEN 10
         WHEN dirt_lot < getvariable('dirt')[11] THEN 11
         ELSE 0 END AS dirt
  FROM recorded
)
SELECT card, issued, program, currency, n, type, cents, occurred, merchant, channel, state, seen,
  -- What would be delivered again only after the end of the log is not planted.
  CASE WHEN NOT seen THEN 0
       WHEN dirt = 1 AND again >= getvariable('until_second') THEN 0
       WHEN dirt = 2 AND corrected >= getvariable('until_second') THEN 0
       ELSE dirt END AS dirt,
  recorded AS delivered,
  CASE WHEN dirt = 1 THEN again WHEN dirt = 2 THEN corrected END AS redelivered,
  -- The event of a correction is the last version of it.
  CASE WHEN dirt = 2 AND seen AND corrected < getvariable('until_second')
       THEN corrected ELSE recorded END AS recorded,
  CASE WHEN skewed AND seen THEN 12 ELSE 0 END AS planted
FROM dirty;

-- What is planted are rows beside the event that they were made from: who rejects the broken ones,
-- keeps the last version of the others and drops the orphans has exactly the clean log.
INSERT INTO event BY NAME
SELECT * REPLACE (
  -- A duplicate and a correction share the id of the event; the rest have their own.
  CASE WHEN dirt <= 2 THEN n ELSE n + 16 END AS n,
  CASE dirt WHEN 3 THEN 3 WHEN 4 THEN 7 ELSE type END AS type,
  CASE dirt WHEN 2 THEN cents + 100 * (1 + pick(draw(state, 49), 9))
            WHEN 5 THEN -cents ELSE cents END AS cents,
  CASE dirt WHEN 1 THEN redelivered ELSE delivered END AS recorded,
  dirt AS planted)
FROM event
WHERE dirt > 0;
