select "r1"."shop"
from (
  select "r2"."shop"
  from "sales" "r2"
  where "r2"."id" = ?
) "r1"
union all
select "r3"."shop"
from (
  select "r4"."shop_id" "shop"
  from "shops" "r4"
) "r3"
