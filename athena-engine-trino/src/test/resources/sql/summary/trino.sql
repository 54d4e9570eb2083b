select
  "r1"."shop",
  cast(
    count(1)
    as bigint
  ) "n",
  cast(
    count(case
      when ? < "r1"."amount" then 1
    end)
    as bigint
  ) "large",
  cast(
    sum("r1"."amount")
    as decimal(38, 2)
  ) "sum"
from (
  select "r2"."id", "r2"."shop", "r2"."amount", "r2"."at"
  from "sales" "r2"
) "r1"
group by 1
