-- rolling per event: a RANGE frame over the event time, both ends in
select
  "r1"."id",
  "r1"."shop",
  "r1"."amount",
  "r1"."at",
  cast(
    count(1) over (partition by "r1"."shop" order by "r1"."at" asc range between interval '0 01:00:00.000' day to second preceding and current row)
    as bigint
  ) "n",
  cast(
    sum("r1"."amount") over (partition by "r1"."shop" order by "r1"."at" asc range between interval '0 01:00:00.000' day to second preceding and current row)
    as decimal(38, 2)
  ) "sum"
from "sales" "r1"
where "r1"."at" is not null
