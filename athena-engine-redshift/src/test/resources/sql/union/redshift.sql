select "r1"."shop"
from (
  select "r2"."shop"
  from "sales" as "r2"
  where "r2"."id" = cast(? as bigint)
) as "r1"
union all
select "r3"."shop"
from (
  select "r4"."shop_id" as "shop"
  from "shops" as "r4"
) as "r3"
