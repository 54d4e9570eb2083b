WITH cells AS (
  SELECT currency, program, CAST(date_trunc('month', cohort_day) AS DATE) AS cohort,
    greatest(0, datediff('month', cohort, CAST(occurred_at AS DATE))) AS age,
    sum(CASE type WHEN 'ISSUE' THEN amount ELSE 0 END) AS issued,
    sum(CASE type WHEN 'REDEEM' THEN amount ELSE 0 END) AS redeemed
  FROM stamped WHERE occurred_at < TIMESTAMP '2026-01-01'
    AND card_id IS NOT NULL AND amount >= 0 AND occurred_at IS NOT NULL AND type IN ('ISSUE', 'REDEEM')
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
