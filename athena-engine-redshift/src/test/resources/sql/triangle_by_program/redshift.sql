-- cohorts: events hash-joined to the first activations of their cards
-- triangle: cells that occur, laid on a dense grid, summed up by age
-- checked before:
select "g"."c_code", "g"."athena_times"
from (
  select
    "r1"."type" as "c_code",
    cast(
      sum(
        case
          when (
            "r1"."amount" is not null
            and "r1"."at" is not null
            and "r1"."card_id" is not null
          ) then 1
          else 0
        end
      )
      as bigint
    ) as "athena_times"
  from "card_log" as "r1"
  where not ("r1"."type" in (
    'I', 'R'
  ))
  group by "r1"."type"
  having sum(
    case
      when (
        "r1"."amount" is not null
        and "r1"."at" is not null
        and "r1"."card_id" is not null
      ) then 1
      else 0
    end
  ) > 0
  union all
  select
    "r1"."type" as "c_code",
    cast(
      sum(
        case
          when (
            "r1"."amount" is not null
            and "r1"."at" is not null
            and "r1"."card_id" is not null
          ) then 1
          else 0
        end
      )
      as bigint
    ) as "athena_times"
  from "card_log" as "r1"
  where "r1"."type" is null
  group by "r1"."type"
  having sum(
    case
      when (
        "r1"."amount" is not null
        and "r1"."at" is not null
        and "r1"."card_id" is not null
      ) then 1
      else 0
    end
  ) > 0
) as "g"
order by
  2 desc,
  1 asc nulls first
limit 20
with
  "cells" as (
    select
      case
        when "k"."c_card" is not null then "k"."s_program"
        else "e"."s_program"
      end as "program",
      "k"."c_cohort" as "cohort",
      case
        when cast(cast((extract(year from "e"."c_day") - extract(year from "k"."c_cohort")) * 4 as bigint) + extract(quarter from "e"."c_day") - extract(quarter from "k"."c_cohort") as bigint) < 0 then 0
        else cast(cast((extract(year from "e"."c_day") - extract(year from "k"."c_cohort")) * 4 as bigint) + extract(quarter from "e"."c_day") - extract(quarter from "k"."c_cohort") as bigint)
      end as "age",
      sum(
        case
          when "e"."c_code" in ('I') then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      ) as "issued",
      sum(
        case
          when "e"."c_code" in ('R') then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      ) as "redeemed",
      sum(
        case
          when false then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      ) as "exited",
      0 as "cards",
      cast(
        sum(
          case
            when "e"."c_code" in ('R') then 1
            when false then -1
            else 0
          end
        )
        as bigint
      ) as "redemptions"
    from (
      select
        "e"."c_card",
        "e"."c_event_id",
        "e"."c_code",
        "e"."c_amount",
        "e"."c_currency",
        "e"."c_at",
        "e"."c_day",
        "e"."c_known",
        "e"."c_recorded",
        "e"."c_expiry",
        "e"."c_reference",
        "e"."c_class",
        "e"."c_reason",
        "e"."s_program",
        "e"."t_0",
        "e"."t_1",
        "e"."t_2",
        "e"."t_3",
        "e"."t_4",
        "e"."t_5"
      from (
        select *
        from (
          select
            "r1"."card_id" as "c_card",
            "r1"."event_id" as "c_event_id",
            "r1"."type" as "c_code",
            "r1"."amount" as "c_amount",
            cast(null as varchar(65535)) as "c_currency",
            "r1"."at" as "c_at",
            cast("r1"."at" as date) as "c_day",
            "r1"."at" as "c_known",
            cast(null as timestamp) as "c_recorded",
            "r1"."expires" as "c_expiry",
            cast(null as varchar(65535)) as "c_reference",
            'PAID' as "c_class",
            cast(null as varchar(65535)) as "c_reason",
            "r1"."program" as "s_program",
            "r1"."card_id" as "t_0",
            "r1"."type" as "t_1",
            "r1"."amount" as "t_2",
            "r1"."at" as "t_3",
            "r1"."expires" as "t_4",
            "r1"."program" as "t_5"
          from "card_log" as "r1"
          where (
            "r1"."amount" is not null
            and "r1"."at" is not null
            and "r1"."card_id" is not null
            and "r1"."type" in (
              'I', 'R'
            )
            and "r1"."amount" >= 0
          )
        ) as "u"
        where "u"."c_at" < cast(? as timestamp)
      ) as "e"
      where "e"."c_code" in ('R')
    ) as "e"
      left outer join (
        select
          "a"."c_card" as "c_card",
          "a"."c_day" as "c_day",
          cast(date_trunc('quarter', cast("a"."c_day" as timestamp)) as date) as "c_cohort",
          "a"."c_expiry" as "c_expiry",
          "a"."s_program" as "s_program",
          "a"."c_currency" as "c_currency",
          "a"."c_code" as "c_code",
          "a"."c_class" as "c_class",
          "a"."c_amount" as "c_amount",
          1 as "c_times"
        from (
          select *
          from (
            select
              "r1"."card_id" as "c_card",
              "r1"."event_id" as "c_event_id",
              "r1"."type" as "c_code",
              "r1"."amount" as "c_amount",
              cast(null as varchar(65535)) as "c_currency",
              "r1"."at" as "c_at",
              cast("r1"."at" as date) as "c_day",
              "r1"."at" as "c_known",
              cast(null as timestamp) as "c_recorded",
              "r1"."expires" as "c_expiry",
              cast(null as varchar(65535)) as "c_reference",
              'PAID' as "c_class",
              cast(null as varchar(65535)) as "c_reason",
              "r1"."program" as "s_program",
              "r1"."card_id" as "t_0",
              "r1"."type" as "t_1",
              "r1"."amount" as "t_2",
              "r1"."at" as "t_3",
              "r1"."expires" as "t_4",
              "r1"."program" as "t_5"
            from "card_log" as "r1"
            where (
              "r1"."amount" is not null
              and "r1"."at" is not null
              and "r1"."card_id" is not null
              and "r1"."type" in (
                'I', 'R'
              )
              and "r1"."amount" >= 0
            )
          ) as "u"
          where "u"."c_at" < cast(? as timestamp)
        ) as "a"
        where "a"."c_code" in ('I')
      ) as "k"
        on "e"."c_card" = "k"."c_card"
    group by 1, 2, 3
    union all
    select
      "k"."s_program" as "program",
      "k"."c_cohort" as "cohort",
      case
        when cast(cast((extract(year from "k"."c_day") - extract(year from "k"."c_cohort")) * 4 as bigint) + extract(quarter from "k"."c_day") - extract(quarter from "k"."c_cohort") as bigint) < 0 then 0
        else cast(cast((extract(year from "k"."c_day") - extract(year from "k"."c_cohort")) * 4 as bigint) + extract(quarter from "k"."c_day") - extract(quarter from "k"."c_cohort") as bigint)
      end as "age",
      sum(
        case
          when "k"."c_code" in ('I') then "k"."c_amount"
          when false then -"k"."c_amount"
          else 0.00
        end
      ) as "issued",
      cast(0 as decimal(38, 2)) as "redeemed",
      cast(0 as decimal(38, 2)) as "exited",
      count(*) as "cards",
      0 as "redemptions"
    from (
      select
        "a"."c_card" as "c_card",
        "a"."c_day" as "c_day",
        cast(date_trunc('quarter', cast("a"."c_day" as timestamp)) as date) as "c_cohort",
        "a"."c_expiry" as "c_expiry",
        "a"."s_program" as "s_program",
        "a"."c_currency" as "c_currency",
        "a"."c_code" as "c_code",
        "a"."c_class" as "c_class",
        "a"."c_amount" as "c_amount",
        1 as "c_times"
      from (
        select *
        from (
          select
            "r1"."card_id" as "c_card",
            "r1"."event_id" as "c_event_id",
            "r1"."type" as "c_code",
            "r1"."amount" as "c_amount",
            cast(null as varchar(65535)) as "c_currency",
            "r1"."at" as "c_at",
            cast("r1"."at" as date) as "c_day",
            "r1"."at" as "c_known",
            cast(null as timestamp) as "c_recorded",
            "r1"."expires" as "c_expiry",
            cast(null as varchar(65535)) as "c_reference",
            'PAID' as "c_class",
            cast(null as varchar(65535)) as "c_reason",
            "r1"."program" as "s_program",
            "r1"."card_id" as "t_0",
            "r1"."type" as "t_1",
            "r1"."amount" as "t_2",
            "r1"."at" as "t_3",
            "r1"."expires" as "t_4",
            "r1"."program" as "t_5"
          from "card_log" as "r1"
          where (
            "r1"."amount" is not null
            and "r1"."at" is not null
            and "r1"."card_id" is not null
            and "r1"."type" in (
              'I', 'R'
            )
            and "r1"."amount" >= 0
          )
        ) as "u"
        where "u"."c_at" < cast(? as timestamp)
      ) as "a"
      where "a"."c_code" in ('I')
    ) as "k"
    group by 1, 2, 3
  ),
  "spine" as (
    select
      "o"."program",
      "o"."cohort",
      ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n" + "a_1"."n" + "a_0"."n") as "age"
    from (
      select distinct "cells"."program", "cells"."cohort"
      from "cells"
      where "cells"."cohort" is not null
    ) as "o"
      join (select cast(0 as bigint) as "n" union all select 1000000 union all select 2000000 union all select 3000000 union all select 4000000 union all select 5000000 union all select 6000000 union all select 7000000 union all select 8000000 union all select 9000000) as "a_6"
        on "a_6"."n" <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
      join (select cast(0 as bigint) as "n" union all select 100000 union all select 200000 union all select 300000 union all select 400000 union all select 500000 union all select 600000 union all select 700000 union all select 800000 union all select 900000) as "a_5"
        on ("a_6"."n" + "a_5"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
      join (select cast(0 as bigint) as "n" union all select 10000 union all select 20000 union all select 30000 union all select 40000 union all select 50000 union all select 60000 union all select 70000 union all select 80000 union all select 90000) as "a_4"
        on ("a_6"."n" + "a_5"."n" + "a_4"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
      join (select cast(0 as bigint) as "n" union all select 1000 union all select 2000 union all select 3000 union all select 4000 union all select 5000 union all select 6000 union all select 7000 union all select 8000 union all select 9000) as "a_3"
        on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
      join (select cast(0 as bigint) as "n" union all select 100 union all select 200 union all select 300 union all select 400 union all select 500 union all select 600 union all select 700 union all select 800 union all select 900) as "a_2"
        on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
      join (select cast(0 as bigint) as "n" union all select 10 union all select 20 union all select 30 union all select 40 union all select 50 union all select 60 union all select 70 union all select 80 union all select 90) as "a_1"
        on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n" + "a_1"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
      join (select cast(0 as bigint) as "n" union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) as "a_0"
        on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n" + "a_1"."n" + "a_0"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 4 as bigint) + extract(quarter from cast(? as date)) - extract(quarter from "o"."cohort") as bigint)
  )
select
  "program",
  "cohort",
  "age",
  "issued",
  "redeemed",
  "exited",
  "cards",
  "redemptions",
  "issued_increment",
  "redeemed_increment",
  "exited_increment",
  "complete"
from (
  select
    "g"."program",
    "g"."cohort",
    "g"."age",
    cast(
      sum("g"."issued") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) as "issued",
    cast(
      sum("g"."redeemed") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) as "redeemed",
    cast(
      sum("g"."exited") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) as "exited",
    cast(
      sum("g"."cards") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as bigint
    ) as "cards",
    cast(
      sum("g"."redemptions") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as bigint
    ) as "redemptions",
    "g"."issued" as "issued_increment",
    "g"."redeemed" as "redeemed_increment",
    "g"."exited" as "exited_increment",
    true as "complete"
  from (
    select
      "s"."program",
      "s"."cohort",
      "s"."age",
      cast(
        coalesce(
          "c"."issued",
          cast(0 as decimal(38, 2))
        )
        as decimal(38, 2)
      ) as "issued",
      cast(
        coalesce(
          "c"."redeemed",
          cast(0 as decimal(38, 2))
        )
        as decimal(38, 2)
      ) as "redeemed",
      cast(
        coalesce(
          "c"."exited",
          cast(0 as decimal(38, 2))
        )
        as decimal(38, 2)
      ) as "exited",
      cast(
        coalesce(
          "c"."cards",
          cast(0 as decimal(38))
        )
        as bigint
      ) as "cards",
      cast(
        coalesce(
          "c"."redemptions",
          cast(0 as decimal(38))
        )
        as bigint
      ) as "redemptions"
    from "spine" as "s"
      left outer join (
        select
          "cells"."program",
          "cells"."cohort",
          "cells"."age",
          sum("cells"."issued") as "issued",
          sum("cells"."redeemed") as "redeemed",
          sum("cells"."exited") as "exited",
          sum("cells"."cards") as "cards",
          sum("cells"."redemptions") as "redemptions"
        from "cells"
        group by "cells"."program", "cells"."cohort", "cells"."age"
      ) as "c"
        on (
          "s"."cohort" = "c"."cohort"
          and "s"."age" = "c"."age"
          and (("s"."program" = "c"."program" or ("s"."program" is null and "c"."program" is null)))
        )
  ) as "g"
  union all
  select
    "cells"."program",
    cast(null as date) as "cohort",
    cast(null as bigint) as "age",
    cast(
      sum("cells"."issued")
      as decimal(38, 2)
    ) as "issued",
    cast(
      sum("cells"."redeemed")
      as decimal(38, 2)
    ) as "redeemed",
    cast(
      sum("cells"."exited")
      as decimal(38, 2)
    ) as "exited",
    cast(
      sum("cells"."cards")
      as bigint
    ) as "cards",
    cast(
      sum("cells"."redemptions")
      as bigint
    ) as "redemptions",
    cast(
      sum("cells"."issued")
      as decimal(38, 2)
    ) as "issued_increment",
    cast(
      sum("cells"."redeemed")
      as decimal(38, 2)
    ) as "redeemed_increment",
    cast(
      sum("cells"."exited")
      as decimal(38, 2)
    ) as "exited_increment",
    false as "complete"
  from "cells"
  where "cells"."cohort" is null
  group by "cells"."program"
) as "t"
order by
  "program" asc nulls last,
  "cohort" asc nulls last,
  "age" asc nulls last
