select
  "r2"."shop",
  cast(
    count(1)
    as bigint
  ) "n",
  cast(
    count(case
      when cast(? as decimal(1)) < "r2"."amount" then 1
    end)
    as bigint
  ) "large",
  cast(
    sum("r2"."amount")
    as decimal(38, 2)
  ) "sum"
from "sales" "r2"
group by 1
