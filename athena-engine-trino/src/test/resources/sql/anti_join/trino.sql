select "r1"."id"
from (
  select "r2"."id", "r2"."shop", "r2"."amount", "r2"."at"
  from (
    select "r3"."id", "r3"."shop", "r3"."amount", "r3"."at"
    from "sales" "r3"
  ) "r2"
  where not exists (
    select 1 "one"
    from "shops" "r4"
    where "r2"."shop" = "r4"."shop_id"
  )
) "r1"
