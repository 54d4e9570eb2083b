select
  "r1"."id",
  cast(cast(at_timezone(with_timezone("r1"."at", 'UTC'), 'Europe/Berlin') as timestamp(6)) as date) "day_in_berlin",
  date_trunc('month', cast(cast(at_timezone(with_timezone("r1"."at", 'UTC'), 'Europe/Berlin') as timestamp(6)) as date)) "month_in_berlin",
  date_trunc('week', cast("r1"."at" as date)) "week",
  date_diff('quarter', date_trunc('quarter', cast("r1"."at" as date)), date_trunc('quarter', cast("r1"."at" as date))) "none",
  date_add('millisecond', date_diff('millisecond', timestamp '1970-01-01 00:00:00.000000', date_trunc('millisecond', "r1"."at")) - mod(mod(date_diff('millisecond', timestamp '1970-01-01 00:00:00.000000', date_trunc('millisecond', "r1"."at")), 3600000) + 3600000, 3600000), timestamp '1970-01-01 00:00:00.000000') "hour"
from "sales" "r1"
where "r1"."id" <= ?
