select
  cast(
    count(distinct "r2"."shop")
    as bigint
  ) as "shops",
  cast(
    sum("r2"."amount")
    as decimal(38, 2)
  ) as "sum"
from "sales" as "r2"
