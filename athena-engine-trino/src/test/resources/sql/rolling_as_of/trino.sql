-- rolling as of an instant: a filter on the event time
select
  "r1"."shop",
  cast(
    count(case
      when "r1"."at" >= ? then 1
    end)
    as bigint
  ) "n",
  cast(
    sum(case
      when "r1"."at" >= ? then "r1"."amount"
    end)
    as decimal(38, 2)
  ) "sum"
from "sales" "r1"
where (
  "r1"."at" <= ?
  and "r1"."at" >= ?
)
group by "r1"."shop"
