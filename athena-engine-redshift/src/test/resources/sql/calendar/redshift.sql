select
  "r1"."id",
  cast(("r1"."at" at time zone 'UTC' at time zone 'Europe/Berlin') as date) as "day_in_berlin",
  cast(date_trunc('month', cast(cast(("r1"."at" at time zone 'UTC' at time zone 'Europe/Berlin') as date) as timestamp)) as date) as "month_in_berlin",
  cast(date_trunc('week', cast(cast("r1"."at" as date) as timestamp)) as date) as "week",
  cast(cast((extract(year from cast("r1"."at" as date)) - extract(year from cast("r1"."at" as date))) * 4 as bigint) + extract(quarter from cast("r1"."at" as date)) - extract(quarter from cast("r1"."at" as date)) as bigint) as "none",
  (timestamp '1970-01-01 00:00:00' + cast(cast(extract(epoch from date_trunc('second', "r1"."at")) as bigint) - mod(mod(cast(extract(epoch from date_trunc('second', "r1"."at")) as bigint), 3600) + 3600, 3600) as bigint) * interval '1' second) as "hour"
from "sales" as "r1"
where "r1"."id" <= cast(? as bigint)
