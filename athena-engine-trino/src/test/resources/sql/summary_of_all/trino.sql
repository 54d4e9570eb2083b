select
  cast(
    count(distinct "r1"."shop")
    as bigint
  ) "shops",
  cast(
    sum("r1"."amount")
    as decimal(38, 2)
  ) "sum"
from (
  select "r2"."id", "r2"."shop", "r2"."amount", "r2"."at"
  from "sales" "r2"
) "r1"
