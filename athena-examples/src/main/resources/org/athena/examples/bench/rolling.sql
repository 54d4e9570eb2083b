SELECT CAST(sum(redemptions) AS BIGINT) AS lines, CAST(sum(value) AS DECIMAL(38, 2)) AS total
FROM (
  SELECT count(*) OVER past AS events,
    count(CASE WHEN type = 'REDEEM' THEN 1 END) OVER past AS redemptions,
    sum(amount) OVER past AS value
  FROM raw_tx
  WHERE occurred_at IS NOT NULL
  WINDOW past AS (
    PARTITION BY merchant_id ORDER BY occurred_at
    RANGE BETWEEN INTERVAL 24 HOUR PRECEDING AND CURRENT ROW)
)
