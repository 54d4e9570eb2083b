-- rolling per event: running totals, off which events are taken after their window
select "r1"."id", "r1"."n", "r1"."sum"
from (
  with
    "events3" as (
      select
        "r2"."id" as "e_0",
        "r2"."shop" as "e_1",
        "r2"."amount" as "e_2",
        "r2"."at" as "e_3",
        "r2"."at" as "time",
        cast(
          case
            when 1 is not null then 1
            else 0
          end
          as bigint
        ) as "n_0",
        cast(
          case
            when "r2"."amount" is not null then 1
            else 0
          end
          as bigint
        ) as "n_1",
        coalesce(
          cast("r2"."amount" as decimal(38, 2)),
          cast(0 as decimal(38, 2))
        ) as "s_1"
      from "sales" as "r2"
      where "r2"."at" is not null
    ),
    "moves4" as (
      select
        "events3"."e_0",
        "events3"."e_1",
        "events3"."e_2",
        "events3"."e_3",
        "events3"."time",
        0 as "passed",
        "events3"."n_0",
        "events3"."n_1",
        "events3"."s_1"
      from "events3"
      union all
      select
        cast(null as bigint) as "e_0",
        "events3"."e_1" as "e_1",
        cast(null as decimal(18, 2)) as "e_2",
        cast(null as timestamp) as "e_3",
        ("events3"."time" + interval '3600' second) as "time",
        1 as "passed",
        cast(
          -"events3"."n_0"
          as bigint
        ) as "n_0",
        cast(
          -"events3"."n_1"
          as bigint
        ) as "n_1",
        cast(
          -"events3"."s_1"
          as decimal(38, 2)
        ) as "s_1"
      from "events3"
    ),
    "placed5" as (
      select
        *,
        row_number() over (
          partition by "e_1"
          order by "time", "passed"
        ) as "place"
      from "moves4"
    ),
    "running6" as (
      select
        "placed5"."e_0",
        "placed5"."e_1",
        "placed5"."e_2",
        "placed5"."e_3",
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
      from "placed5"
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
      "running6"."e_0",
      "running6"."e_1",
      "running6"."e_2",
      "running6"."e_3",
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
    from "running6"
    where "passed" = 0
  ) as "r"
) as "r1"
where "r1"."id" <= cast(? as bigint)
