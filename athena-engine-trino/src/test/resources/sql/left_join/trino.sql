select "r1"."id", "r1"."city"
from (
  select
    "r2"."id",
    "r2"."shop",
    "r2"."amount",
    "r2"."at",
    "r4"."shop_id",
    "r4"."city"
  from (
    select "r3"."id", "r3"."shop", "r3"."amount", "r3"."at"
    from "sales" "r3"
  ) "r2"
    left outer join "shops" "r4"
      on "r2"."shop" = "r4"."shop_id"
) "r1"
