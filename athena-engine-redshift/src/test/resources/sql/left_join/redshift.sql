select "r1"."id", "r1"."city"
from (
  select
    "r3"."id",
    "r3"."shop",
    "r3"."amount",
    "r3"."at",
    "r4"."shop_id",
    "r4"."city"
  from "sales" as "r3"
    left outer join "shops" as "r4"
      on "r3"."shop" = "r4"."shop_id"
) as "r1"
