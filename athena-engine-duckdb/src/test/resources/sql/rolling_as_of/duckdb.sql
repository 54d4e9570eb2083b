-- rolling as of an instant: a filter on the event time
select
  "r1"."shop",
  cast(
    count(case
      when "r1"."at" >= cast(? as timestamp without time zone) then 1
    end)
    as bigint
  ) "n",
  cast(
    sum(case
      when "r1"."at" >= cast(? as timestamp without time zone) then "r1"."amount"
    end)
    as decimal(38, 2)
  ) "sum"
from "sales" "r1"
where (
  "r1"."at" <= cast(? as timestamp without time zone)
  and "r1"."at" >= cast(? as timestamp without time zone)
)
group by "r1"."shop"
