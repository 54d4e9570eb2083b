WITH repeated AS (
  SELECT event_id FROM raw_tx WHERE card_id IS NOT NULL AND amount >= 0 AND occurred_at IS NOT NULL
    AND type IN ('ISSUE', 'RELOAD', 'REDEEM', 'REFUND', 'VOID', 'EXPIRE') GROUP BY event_id HAVING count(*) > 1
), used AS (
  SELECT t.* FROM raw_tx t ANTI JOIN repeated r ON t.event_id = r.event_id WHERE card_id IS NOT NULL AND amount >= 0 AND occurred_at IS NOT NULL
    AND type IN ('ISSUE', 'RELOAD', 'REDEEM', 'REFUND', 'VOID', 'EXPIRE')
  UNION ALL
  SELECT t.* FROM raw_tx t SEMI JOIN repeated r ON t.event_id = r.event_id WHERE card_id IS NOT NULL AND amount >= 0 AND occurred_at IS NOT NULL
    AND type IN ('ISSUE', 'RELOAD', 'REDEEM', 'REFUND', 'VOID', 'EXPIRE')
  QUALIFY row_number() OVER (
    PARTITION BY event_id ORDER BY recorded_at DESC, occurred_at DESC, CAST(amount AS VARCHAR) DESC) = 1
), activated AS (
  -- The first activation tells the segment: by time, then by id.
  SELECT card_id, program, CAST(date_trunc('month', occurred_at) AS DATE) AS cohort
  FROM used WHERE type = 'ISSUE' AND occurred_at < TIMESTAMP '2026-01-01'
  QUALIFY row_number() OVER (PARTITION BY card_id ORDER BY occurred_at, event_id) = 1
), cells AS (
  SELECT u.currency, CASE WHEN a.card_id IS NULL THEN u.program ELSE a.program END AS program, a.cohort,
    greatest(0, datediff('month', a.cohort, CAST(u.occurred_at AS DATE))) AS age,
    sum(CASE WHEN type IN ('ISSUE', 'RELOAD') THEN amount WHEN type = 'VOID' THEN -amount ELSE 0 END) AS issued,
    sum(CASE type WHEN 'REDEEM' THEN amount WHEN 'REFUND' THEN -amount ELSE 0 END) AS redeemed,
    sum(CASE type WHEN 'EXPIRE' THEN amount ELSE 0 END) AS exited,
    sum(CASE type WHEN 'REDEEM' THEN 1 ELSE 0 END) AS redemptions
  FROM used u LEFT JOIN activated a ON u.card_id = a.card_id
  WHERE u.occurred_at < TIMESTAMP '2026-01-01'
  GROUP BY ALL
)
, spine AS (
  SELECT o.*, unnest(range(datediff('month', cohort, DATE '2025-12-31') + 1)) AS age
  FROM (SELECT DISTINCT currency, program, cohort FROM cells WHERE cohort IS NOT NULL) o
), dense AS (
  SELECT sum(coalesce(c.redeemed, 0)) OVER (
    PARTITION BY s.currency, s.program, s.cohort ORDER BY s.age ROWS UNBOUNDED PRECEDING) AS redeemed,
    sum(coalesce(c.issued, 0)) OVER (
    PARTITION BY s.currency, s.program, s.cohort ORDER BY s.age ROWS UNBOUNDED PRECEDING) AS issued
  FROM spine s LEFT JOIN cells c
    ON s.currency = c.currency AND s.program = c.program AND s.cohort = c.cohort AND s.age = c.age
), lines AS (
  SELECT redeemed FROM dense
  UNION ALL
  SELECT sum(redeemed) FROM cells WHERE cohort IS NULL GROUP BY currency, program
)
SELECT count(*) AS lines, CAST(sum(redeemed) AS DECIMAL(38, 2)) AS total FROM lines
