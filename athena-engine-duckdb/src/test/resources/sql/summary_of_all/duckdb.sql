select
  cast(
    count(distinct "r2"."shop")
    as bigint
  ) "shops",
  cast(
    sum("r2"."amount")
    as decimal(38, 2)
  ) "sum"
from "sales" "r2"
