-- The cards of one chunk, each with its whole future. Times are seconds since 1970 (UTC), money is
-- in cents.
--
-- Variables: first_card, last_card, from_second, until_second, skew_ppm, drift_ppm  BIGINT
--            issue_days  BIGINT[]  days since the first one, those of December several times
CREATE OR REPLACE TEMP TABLE card AS
WITH seeded AS (
  SELECT card, card_state(card::UBIGINT) AS state
  FROM (SELECT unnest(range(getvariable('first_card'), getvariable('last_card') + 1)) AS card)
), issued AS (
  SELECT card, state,
    getvariable('from_second')
      + 86400 * getvariable('issue_days')[1 + pick(draw(state, 3), len(getvariable('issue_days')))]
      + pick(draw(state, 4), 86400) AS issued,
    ppm(draw(state, 5)) AS program_lot,
    ppm(draw(state, 6)) AS currency_lot,
    [1000, 1500, 2000, 2500, 2500, 5000, 5000, 5000, 7500, 10000, 10000, 15000, 20000,
     1000 + pick(draw(state, 7), 19000)][1 + pick(draw(state, 8), 14)] AS denomination,
    1 + pick_low(draw(state, 9), 500) AS merchant,
    ppm(draw(state, 10)) AS void_lot,
    ppm(draw(state, 11)) AS never_lot,
    ppm(draw(state, 12)) AS steps_lot,
    ppm(draw(state, 13)) < 100000 AS partly,
    ppm(draw(state, 14)) < 40000 AS reload_lot,
    ppm(draw(state, 15)) < 20000 AS refund_lot,
    ppm(draw(state, 16)) < getvariable('skew_ppm') AS skew_lot
  FROM seeded
), digital AS (
  -- The share of digital cards, 8 % at first, which may grow at the cost of retail.
  SELECT *,
    80000 + getvariable('drift_ppm') * (issued - getvariable('from_second'))
      // (getvariable('until_second') - getvariable('from_second')) AS digital_ppm
  FROM issued
), programmed AS (
  -- 1 RETAIL, 2 CORPORATE, 3 PROMO, 4 DIGITAL, 5 PARTNER; 1 USD, 2 CAD, 3 EUR.
  SELECT *,
    CASE WHEN program_lot < digital_ppm THEN 4
         WHEN program_lot < digital_ppm + 220000 THEN 2
         WHEN program_lot < digital_ppm + 370000 THEN 3
         WHEN program_lot < digital_ppm + 420000 THEN 5
         ELSE 1 END AS program,
    CASE WHEN currency_lot < 50000 THEN 2 WHEN currency_lot < 100000 THEN 3 ELSE 1 END AS currency,
    void_lot < 6000 AS voided
  FROM digital
), planned AS (
  SELECT *,
    CASE WHEN program = 3 THEN (issued // 86400 + 365) * 86400 END AS expires,
    epoch_us(make_timestamp(issued * 1000000) + INTERVAL 120 MONTH) // 1000000 AS horizon,
    [1000, 1300, 700, 600, 1100][program] AS pace,
    CASE WHEN voided OR never_lot < [60000, 90000, 80000, 50000, 70000][program] THEN 0
         WHEN steps_lot < 350000 THEN 1
         WHEN steps_lot < 600000 THEN 2
         WHEN steps_lot < 770000 THEN 3
         WHEN steps_lot < 880000 THEN 4
         WHEN steps_lot < 950000 THEN 5
         ELSE 6 END AS steps,
    reload_lot AND NOT voided AND program <> 3 AS reloads,
    draw(state, 20) AS u1, draw(state, 21) AS u2, draw(state, 22) AS u3, draw(state, 23) AS u4,
    draw(state, 24) AS u5, draw(state, 25) AS u6, draw(state, 26) AS u7, draw(state, 27) AS u8,
    draw(state, 28) AS u9, draw(state, 29) AS u10, draw(state, 30) AS u11
  FROM programmed
), timed AS (
  SELECT *,
    60 + delay(u1, getvariable('first_use')) * pace // 1000 AS d1,
    60 + delay(u2, getvariable('later_use')) * pace // 1000 AS d2,
    60 + delay(u3, getvariable('later_use')) * pace // 1000 AS d3,
    60 + delay(u4, getvariable('later_use')) * pace // 1000 AS d4,
    60 + delay(u5, getvariable('later_use')) * pace // 1000 AS d5,
    60 + delay(u6, getvariable('later_use')) * pace // 1000 AS d6,
    least(864000, 300 + delay(u7, getvariable('brief'))) AS void_delay,
    3600 + 120 * delay(u8, getvariable('brief')) AS reload_delay,
    60 + 40 * delay(u9, getvariable('brief')) AS reload_spend_delay,
    60 + 3 * delay(u10, getvariable('brief')) AS refund_delay,
    86400 + 30 * delay(u11, getvariable('brief')) AS refund_spend_delay,
    refund_lot AND steps > 0 AND program <> 3 AS refunds,
    skew_lot AND steps > 0 AS skewed
  FROM planned
), clocked AS (
  SELECT *, issued + d1 AS at1, issued + d1 + d2 AS at2, issued + d1 + d2 + d3 AS at3,
    issued + d1 + d2 + d3 + d4 AS at4, issued + d1 + d2 + d3 + d4 + d5 AS at5,
    issued + d1 + d2 + d3 + d4 + d5 + d6 AS at6,
    spend(1, steps, partly, denomination, draw(state, 31)) AS a1
  FROM timed
), s2 AS (
  SELECT *, spend(2, steps, partly, denomination - a1, draw(state, 32)) AS a2 FROM clocked
), s3 AS (
  SELECT *, spend(3, steps, partly, denomination - a1 - a2, draw(state, 33)) AS a3 FROM s2
), s4 AS (
  SELECT *, spend(4, steps, partly, denomination - a1 - a2 - a3, draw(state, 34)) AS a4 FROM s3
), s5 AS (
  SELECT *, spend(5, steps, partly, denomination - a1 - a2 - a3 - a4, draw(state, 35)) AS a5
  FROM s4
), s6 AS (
  SELECT *, spend(6, steps, partly, denomination - a1 - a2 - a3 - a4 - a5, draw(state, 36)) AS a6,
    -- A reload that the log never sees is nobody's question: it does not happen.
    CASE WHEN reloads AND issued + reload_delay < getvariable('until_second')
         THEN 1000 + 500 * pick(draw(state, 37), 18) ELSE 0 END AS reload,
    ppm(draw(state, 38)) < 850000 AS reload_spent,
    ppm(draw(state, 39)) < 900000 AS refund_spent,
    -- The till's clock is slow: the card was bought and used at once.
    CASE WHEN skewed THEN issued - 1 - pick(draw(state, 40), 90) ELSE at1 END AS first_use
  FROM s5
)
SELECT card, state, issued, denomination, program, currency, merchant, expires, horizon, skewed,
  [{'n': 0, 't': issued, 'type': 1, 'cents': denomination},
   {'n': 1, 't': first_use, 'type': 3, 'cents': a1},
   {'n': 2, 't': at2, 'type': 3, 'cents': a2},
   {'n': 3, 't': at3, 'type': 3, 'cents': a3},
   {'n': 4, 't': at4, 'type': 3, 'cents': a4},
   {'n': 5, 't': at5, 'type': 3, 'cents': a5},
   {'n': 6, 't': at6, 'type': 3, 'cents': a6},
   {'n': 7, 't': issued + reload_delay, 'type': 2, 'cents': reload},
   {'n': 8, 't': issued + reload_delay + reload_spend_delay, 'type': 3,
    'cents': CASE WHEN reload_spent THEN reload ELSE 0 END},
   {'n': 9, 't': at1 + refund_delay, 'type': 4, 'cents': CASE WHEN refunds THEN a1 ELSE 0 END},
   {'n': 10, 't': at1 + refund_delay + refund_spend_delay, 'type': 3,
    'cents': CASE WHEN refunds AND refund_spent THEN a1 ELSE 0 END},
   {'n': 11, 't': issued + void_delay, 'type': 5,
    'cents': CASE WHEN voided THEN denomination ELSE 0 END},
   -- What is left on the day of expiry; the comparison is null, and so is the rest, without one.
   {'n': 12, 't': expires, 'type': 6,
    'cents': CASE WHEN voided THEN 0 ELSE denomination
      - a1 * (first_use < expires)::INTEGER - a2 * (at2 < expires)::INTEGER
      - a3 * (at3 < expires)::INTEGER - a4 * (at4 < expires)::INTEGER
      - a5 * (at5 < expires)::INTEGER - a6 * (at6 < expires)::INTEGER END}] AS plan
FROM s6;
