select "r1"."amount", "r1"."id"
from "sales" "r1"
order by
  "amount" asc nulls last,
  "id" desc nulls last
fetch next 2 rows only
