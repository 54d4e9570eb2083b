WITH activated AS (
  SELECT card_id, CAST(date_trunc('month', occurred_at) AS DATE) AS cohort
  FROM plain WHERE type = 'ISSUE' AND occurred_at < TIMESTAMP '2026-01-01'
)
SELECT count(*) AS lines, CAST(sum(amount) AS DECIMAL(38, 2)) AS total
FROM (
  SELECT t.currency, t.program, a.cohort, CAST(t.occurred_at AS DATE) AS day, t.type,
    count(*) AS events, sum(t.amount) AS amount
  FROM plain t LEFT JOIN activated a ON t.card_id = a.card_id
  WHERE t.occurred_at < TIMESTAMP '2026-01-01'
  GROUP BY ALL
)
