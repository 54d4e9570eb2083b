select
  "r1"."id",
  coalesce(
    cast("r1"."amount" as decimal(19, 3)),
    cast(cast(? as decimal(4, 3)) as decimal(19, 3))
  ) as "finer",
  case
    when "r1"."id" = cast(? as bigint) then "r1"."amount"
    else cast(cast(? as decimal(1)) as decimal(18, 2))
  end as "branch",
  case
    when cast((cast("r1"."amount" as decimal(18, 2)) * cast("r1"."amount" as decimal(18, 2))) as decimal(38, 4)) is not null then cast((cast("r1"."amount" as decimal(18, 2)) * cast("r1"."amount" as decimal(18, 2))) as decimal(38, 4))
    else cast(cast(? as decimal(1)) as decimal(38, 4))
  end as "wide"
from "sales" as "r1"
where "r1"."id" in (
  cast(? as bigint), cast(? as bigint)
)
