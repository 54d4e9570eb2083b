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
  SELECT card_id, min(CAST(occurred_at AS DATE)) AS cohort
  FROM used WHERE type = 'ISSUE' AND occurred_at < TIMESTAMP '2026-01-01' GROUP BY card_id
)
SELECT count(*) AS lines, CAST(sum(balance) AS DECIMAL(38, 2)) AS total
FROM (
  SELECT u.card_id, u.currency, max(a.cohort) AS cohort, max(CAST(occurred_at AS DATE)) AS last_event,
    sum(CASE WHEN type IN ('ISSUE', 'RELOAD') THEN amount WHEN type = 'VOID' THEN -amount ELSE 0 END) AS issued,
    sum(CASE type WHEN 'REDEEM' THEN amount WHEN 'REFUND' THEN -amount ELSE 0 END) AS redeemed,
    sum(CASE type WHEN 'EXPIRE' THEN amount ELSE 0 END) AS exited,
    sum(CASE WHEN type IN ('ISSUE', 'RELOAD', 'REFUND') THEN amount ELSE -amount END) AS balance
  FROM used u LEFT JOIN activated a ON u.card_id = a.card_id
  WHERE u.occurred_at < TIMESTAMP '2026-01-01'
  GROUP BY u.card_id, u.currency
)
