-- rolling per event: running totals, off which events are taken after their window
with
  "events2" as (
    select
      "r1"."id" as "e_0",
      "r1"."shop" as "e_1",
      "r1"."amount" as "e_2",
      "r1"."at" as "e_3",
      "r1"."at" as "time",
      cast(
        case
          when 1 is not null then 1
          else 0
        end
        as bigint
      ) as "n_0",
      cast(
        case
          when "r1"."amount" is not null then 1
          else 0
        end
        as bigint
      ) as "n_1",
      coalesce(
        cast("r1"."amount" as decimal(38, 2)),
        cast(0 as decimal(38, 2))
      ) as "s_1"
    from "sales" as "r1"
    where "r1"."at" is not null
  ),
  "moves3" as (
    select
      "events2"."e_0",
      "events2"."e_1",
      "events2"."e_2",
      "events2"."e_3",
      "events2"."time",
      0 as "passed",
      "events2"."n_0",
      "events2"."n_1",
      "events2"."s_1"
    from "events2"
    union all
    select
      cast(null as bigint) as "e_0",
      "events2"."e_1" as "e_1",
      cast(null as decimal(18, 2)) as "e_2",
      cast(null as timestamp) as "e_3",
      ("events2"."time" + interval '3600' second) as "time",
      1 as "passed",
      cast(
        -"events2"."n_0"
        as bigint
      ) as "n_0",
      cast(
        -"events2"."n_1"
        as bigint
      ) as "n_1",
      cast(
        -"events2"."s_1"
        as decimal(38, 2)
      ) as "s_1"
    from "events2"
  ),
  "placed4" as (
    select
      *,
      row_number() over (
        partition by "e_1"
        order by "time", "passed"
      ) as "place"
    from "moves3"
  ),
  "running5" as (
    select
      "placed4"."e_0",
      "placed4"."e_1",
      "placed4"."e_2",
      "placed4"."e_3",
      "time",
      "passed",
      "place",
      sum("n_0") over (
        partition by "e_1"
        order by "place"
        rows between unbounded preceding and current row
      ) as "n_0",
      sum("n_1") over (
        partition by "e_1"
        order by "place"
        rows between unbounded preceding and current row
      ) as "n_1",
      sum("s_1") over (
        partition by "e_1"
        order by "place"
        rows between unbounded preceding and current row
      ) as "s_1"
    from "placed4"
  )
select
  "r"."e_0" as "id",
  "r"."e_1" as "shop",
  "r"."e_2" as "amount",
  "r"."e_3" as "at",
  cast("r"."n_0" as bigint) as "n",
  cast(
    case
      when "r"."n_1" > 0 then "r"."s_1"
    end
    as decimal(38, 2)
  ) as "sum"
from (
  select
    "running5"."e_0",
    "running5"."e_1",
    "running5"."e_2",
    "running5"."e_3",
    first_value("n_0") over (
      partition by "e_1", "time"
      order by "place" desc
      rows between unbounded preceding and unbounded following
    ) as "n_0",
    first_value("n_1") over (
      partition by "e_1", "time"
      order by "place" desc
      rows between unbounded preceding and unbounded following
    ) as "n_1",
    first_value("s_1") over (
      partition by "e_1", "time"
      order by "place" desc
      rows between unbounded preceding and unbounded following
    ) as "s_1"
  from "running5"
  where "passed" = 0
) as "r"
