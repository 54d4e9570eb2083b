-- rolling per event: a RANGE frame over the event time, both ends in
select "r1"."id", "r1"."n", "r1"."sum"
from (
  select
    "r2"."id",
    "r2"."shop",
    "r2"."amount",
    "r2"."at",
    cast(
      count(1) over (partition by "r2"."shop" order by "r2"."at" asc range between interval '0 01:00:00.000' day to second preceding and current row)
      as bigint
    ) "n",
    cast(
      sum("r2"."amount") over (partition by "r2"."shop" order by "r2"."at" asc range between interval '0 01:00:00.000' day to second preceding and current row)
      as decimal(38, 2)
    ) "sum"
  from "sales" "r2"
  where "r2"."at" is not null
) "r1"
where "r1"."id" <= ?
