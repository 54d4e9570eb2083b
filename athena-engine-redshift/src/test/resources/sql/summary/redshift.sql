select
  "r1"."shop",
  cast(
    count(1)
    as bigint
  ) as "n",
  cast(
    count(case
      when cast(? as decimal(1)) < "r1"."amount" then 1
    end)
    as bigint
  ) as "large",
  cast(
    sum("r1"."amount")
    as decimal(38, 2)
  ) as "sum"
from (
  select "r2"."id", "r2"."shop", "r2"."amount", "r2"."at"
  from "sales" as "r2"
) as "r1"
group by 1
