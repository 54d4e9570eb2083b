select
  "r1"."id",
  cast((cast("r1"."amount" as decimal(38, 2)) * cast(? as decimal(38, 1))) as decimal(38, 3)) "half",
  decimal_division(cast("r1"."amount" as decimal(34, 2)), nullif(cast(? as decimal(34)), 0), 4) "third",
  case
    when cast(? as decimal(1)) < "r1"."amount" then cast(? as varchar)
    else cast(? as varchar)
  end "size",
  upper("r1"."shop") "upper"
from "sales" "r1"
where contains(coalesce("r1"."shop", cast(? as varchar)), cast(? as varchar))
