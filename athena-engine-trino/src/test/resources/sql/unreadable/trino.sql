select
  "r1"."athena_problem" "reason",
  "r1"."id",
  "r1"."amount"
from "scenario_rows" "r1"
where "r1"."athena_problem" is not null
