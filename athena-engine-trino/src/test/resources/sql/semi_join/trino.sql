select "r1"."id"
from (
  select "r3"."id", "r3"."shop", "r3"."amount", "r3"."at"
  from "sales" "r3"
  where exists (
    select 1 "one"
    from "shops" "r4"
    where "r3"."shop" = "r4"."shop_id"
  )
) "r1"
