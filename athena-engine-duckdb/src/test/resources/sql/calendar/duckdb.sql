select
  "r1"."id",
  cast(timezone('Europe/Berlin', timezone('UTC', "r1"."at")) as date) "day_in_berlin",
  cast(date_trunc('month', cast(timezone('Europe/Berlin', timezone('UTC', "r1"."at")) as date)) as date) "month_in_berlin",
  cast(date_trunc('week', cast("r1"."at" as date)) as date) "week",
  datediff('quarter', cast("r1"."at" as date), cast("r1"."at" as date)) "none",
  time_bucket(to_microseconds(3600000000), "r1"."at", timestamp '1970-01-01') "hour"
from "sales" "r1"
where "r1"."id" <= cast(? as bigint)
