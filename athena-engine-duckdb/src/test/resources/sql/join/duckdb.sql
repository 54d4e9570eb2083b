select
  "r2"."id",
  "r2"."shop",
  "r2"."amount",
  "r2"."at",
  "r3"."shop_id",
  "r3"."city"
from "sales" "r2"
  join "shops" "r3"
    on "r2"."shop" = "r3"."shop_id"
