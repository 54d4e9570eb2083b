select
  "r1"."id",
  cast((cast("r1"."amount" as decimal(18, 2)) * cast(? as decimal(20, 1))) as decimal(38, 3)) "half",
  cast(element_at(transform(transform(array[cast(row(cast("r1"."amount" as decimal(32, 2)) * decimal '10000', nullif(cast(? as decimal(36, 2)), 0)) as row(a decimal(37, 2), b decimal(36, 2)))], x -> cast(row((x.a - mod(x.a, x.b)) / x.b, mod(x.a, x.b), x.b) as row(q decimal(38, 0), r decimal(36, 2), b decimal(36, 2)))), x -> cast(x.q + case when abs(x.r) > abs(x.b) - abs(x.r) or (abs(x.r) = abs(x.b) - abs(x.r) and mod(x.q, 2) <> 0) then sign(x.r) * sign(x.b) else 0 end as varchar)), 1) || 'e-4' as decimal(38, 4)) "third",
  case
    when ? < "r1"."amount" then ?
    else ?
  end "size",
  upper("r1"."shop") "upper"
from "sales" "r1"
where (strpos(coalesce("r1"."shop", ?), ?) > 0)
