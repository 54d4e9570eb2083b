select "r1"."amount", "r1"."id"
from "sales" as "r1"
order by
  "amount" asc nulls last,
  "id" desc nulls last
limit 2
