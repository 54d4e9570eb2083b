-- The files' columns over the chunk at hand.

CREATE OR REPLACE TEMP MACRO event_token(card, n) AS
  'E' || lpad((card * 32 + n)::VARCHAR, 12, '0');

CREATE OR REPLACE TEMP VIEW transaction_row AS
SELECT
  event_token(card, n) AS event_id,
  CASE planted WHEN 3 THEN 'C9' || lpad(card::VARCHAR, 9, '0')
               WHEN 6 THEN NULL
               ELSE 'C' || lpad(card::VARCHAR, 10, '0') END AS card_id,
  ['ISSUE', 'RELOAD', 'REDEEM', 'REFUND', 'VOID', 'EXPIRE', 'GOODWILL'][type] AS type,
  CASE WHEN planted <> 7 THEN (cents::DECIMAL(16, 0) * 0.01)::DECIMAL(18, 2) END AS amount,
  ['USD', 'CAD', 'EUR'][currency] AS currency,
  make_timestamp(occurred * 1000000) AS occurred_at,
  make_timestamp(recorded * 1000000) AS recorded_at,
  ['RETAIL', 'CORPORATE', 'PROMO', 'DIGITAL', 'PARTNER'][program] AS program,
  'M' || lpad(merchant::VARCHAR, 4, '0') AS merchant_id,
  ['POS', 'WEB', 'APP', 'B2B', 'SYSTEM'][channel] AS channel,
  CASE type WHEN 4 THEN event_token(card, 1) WHEN 5 THEN event_token(card, 0) END AS ref_event_id,
  planted
FROM (
  -- A total order: the rows stand in the file as they were recorded, the same on every machine.
  SELECT * FROM event WHERE seen ORDER BY recorded, card, n, planted
);

-- The same as text: what is absent is empty, times are ISO 8601 in UTC.
CREATE OR REPLACE TEMP VIEW transaction_text AS
SELECT planted, event_id, type, currency, program, merchant_id, channel,
  coalesce(card_id, '') AS card_id,
  coalesce(ref_event_id, '') AS ref_event_id,
  CASE planted WHEN 8 THEN 'n/a' ELSE coalesce(amount::VARCHAR, '') END AS amount,
  CASE planted WHEN 9 THEN strftime(occurred_at, '%Y-13-%dT%H:%M:%SZ')
               ELSE strftime(occurred_at, '%Y-%m-%dT%H:%M:%SZ') END AS occurred_at,
  strftime(recorded_at, '%Y-%m-%dT%H:%M:%SZ') AS recorded_at
FROM transaction_row;

CREATE OR REPLACE TEMP VIEW transaction_csv AS
SELECT concat_ws(',', event_id, card_id, type, amount, currency, occurred_at,
    CASE WHEN planted <> 10 THEN recorded_at END,
    CASE WHEN planted <> 10 THEN program END,
    CASE WHEN planted <> 10 THEN merchant_id END,
    CASE WHEN planted <> 10 THEN channel END,
    CASE WHEN planted <> 10 THEN ref_event_id END,
    CASE WHEN planted = 11 THEN 'surplus' END)
  AS "event_id,card_id,type,amount,currency,occurred_at,recorded_at,program,merchant_id,channel,ref_event_id"
FROM transaction_text;

-- A line with too few fields breaks off, one with too many runs on after its end.
CREATE OR REPLACE TEMP VIEW transaction_json AS
SELECT concat(
    '{"event_id":"', event_id, '"',
    CASE WHEN card_id <> '' THEN concat(',"card_id":"', card_id, '"') END,
    ',"type":"', type, '"',
    CASE WHEN planted = 8 THEN concat(',"amount":"', amount, '"')
         WHEN amount <> '' THEN concat(',"amount":', amount) END,
    ',"currency":"', currency, '","occurred_at":"', occurred_at, '"',
    CASE WHEN planted <> 10 THEN concat(
      ',"recorded_at":"', recorded_at, '","program":"', program,
      '","merchant_id":"', merchant_id, '","channel":"', channel, '"',
      CASE WHEN ref_event_id <> '' THEN concat(',"ref_event_id":"', ref_event_id, '"') END,
      '}',
      CASE WHEN planted = 11 THEN ',"surplus"}' END) END) AS line
FROM transaction_text;

CREATE OR REPLACE TEMP VIEW card_row AS
SELECT
  'C' || lpad(card::VARCHAR, 10, '0') AS card_id,
  ['RETAIL', 'CORPORATE', 'PROMO', 'DIGITAL', 'PARTNER'][program] AS program,
  (denomination::DECIMAL(16, 0) * 0.01)::DECIMAL(18, 2) AS denomination,
  make_timestamp(expires * 1000000)::DATE AS expires_on,
  CASE WHEN program = 3 THEN 'BONUS' ELSE 'PAID' END AS value_class
FROM card
ORDER BY card;

-- What became of the value, by the end of the log and in the end; dirt left out.
CREATE OR REPLACE TEMP VIEW outcome AS
SELECT date_trunc('month', make_timestamp(issued * 1000000))::DATE AS cohort,
  ['RETAIL', 'CORPORATE', 'PROMO', 'DIGITAL', 'PARTNER'][program] AS program,
  ['USD', 'CAD', 'EUR'][currency] AS currency,
  count(*) FILTER (type = 1) AS card_count,
  coalesce(sum(cents) FILTER (type <= 2), 0)::BIGINT AS loaded,
  coalesce(sum(cents) FILTER (type = 5), 0)::BIGINT AS voided,
  coalesce(sum(cents) FILTER (type = 3), 0)::BIGINT AS redeemed,
  coalesce(sum(cents) FILTER (type = 4), 0)::BIGINT AS refunded,
  coalesce(sum(cents) FILTER (type = 6), 0)::BIGINT AS expired,
  coalesce(sum(cents) FILTER (type = 5 AND seen), 0)::BIGINT AS voided_seen,
  coalesce(sum(cents) FILTER (type = 3 AND seen), 0)::BIGINT AS redeemed_seen,
  coalesce(sum(cents) FILTER (type = 4 AND seen), 0)::BIGINT AS refunded_seen,
  coalesce(sum(cents) FILTER (type = 6 AND seen), 0)::BIGINT AS expired_seen
FROM event
WHERE planted IN (0, 12)
GROUP BY ALL;

CREATE OR REPLACE TEMP VIEW planted_count AS
SELECT planted, count(*) AS row_count FROM event WHERE seen GROUP BY planted;
