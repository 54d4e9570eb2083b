-- rolling as of an instant: a filter on the event time
select
  "r1"."shop",
  cast(
    count(case
      when "r1"."at" >= cast(? as timestamp) then 1
    end)
    as bigint
  ) as "n",
  cast(
    sum(case
      when "r1"."at" >= cast(? as timestamp) then "r1"."amount"
    end)
    as decimal(38, 2)
  ) as "sum"
from "sales" as "r1"
where (
  "r1"."at" <= cast(? as timestamp)
  and "r1"."at" >= cast(? as timestamp)
)
group by "r1"."shop"
