select "r1"."id", "r1"."amount"
from "sales" as "r1"
where (
  cast(? as decimal(3, 2)) <= "r1"."amount"
  and "r1"."shop" <> cast(? as varchar(65535))
)
