select
  "r1"."id",
  "r1"."shop",
  "r1"."amount",
  "r1"."at",
  "r3"."shop_id",
  "r3"."city"
from (
  select "r2"."id", "r2"."shop", "r2"."amount", "r2"."at"
  from "sales" "r2"
) "r1"
  join "shops" "r3"
    on "r1"."shop" = "r3"."shop_id"
