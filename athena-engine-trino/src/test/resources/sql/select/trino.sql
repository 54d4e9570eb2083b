select "r1"."id", "r1"."amount"
from "sales" "r1"
where (
  ? <= "r1"."amount"
  and "r1"."shop" <> ?
)
