WITH activated AS (
  SELECT card_id, program, currency, amount, CAST(date_trunc('month', occurred_at) AS DATE) AS cohort
  FROM plain WHERE type = 'ISSUE' AND occurred_at < TIMESTAMP '2026-01-01'
), cells AS (
  SELECT currency, program, cohort, age, sum(issued) AS issued, sum(redeemed) AS redeemed
  FROM (
    SELECT currency, program, cohort, 0 AS age, sum(amount) AS issued, 0 AS redeemed
    FROM activated GROUP BY ALL
    UNION ALL
    SELECT t.currency, CASE WHEN a.card_id IS NULL THEN t.program ELSE a.program END AS program, a.cohort,
      greatest(0, datediff('month', a.cohort, CAST(t.occurred_at AS DATE))) AS age, 0, sum(t.amount)
    FROM plain t LEFT JOIN activated a ON t.card_id = a.card_id
    WHERE t.type = 'REDEEM' AND t.occurred_at < TIMESTAMP '2026-01-01'
    GROUP BY ALL
  )
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
