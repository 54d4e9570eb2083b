select "r1"."id"
from (
  select "r3"."id", "r3"."shop", "r3"."amount", "r3"."at"
  from "sales" as "r3"
  where not exists (
    select 1 as "one"
    from "shops" as "r4"
    where "r3"."shop" = "r4"."shop_id"
  )
) as "r1"
