select
  "r1"."id",
  coalesce(
    cast("r1"."amount" as decimal(19, 3)),
    cast(? as decimal(19, 3))
  ) "finer",
  case
    when "r1"."id" = ? then "r1"."amount"
    else cast(? as decimal(18, 2))
  end "branch",
  coalesce(
    cast((cast("r1"."amount" as decimal(18, 2)) * cast("r1"."amount" as decimal(18, 2))) as decimal(38, 4)),
    cast(? as decimal(38, 4))
  ) "wide"
from "sales" "r1"
where "r1"."id" in (
  ?, ?
)
