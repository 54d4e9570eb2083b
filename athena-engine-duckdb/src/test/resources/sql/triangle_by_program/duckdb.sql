-- cohorts: events hash-joined to the first activations of their cards
-- triangle: cells that occur, laid on a dense grid, summed up by age
-- checked before:
select "g"."c_code", "g"."athena_times"
from (
  select
    "r1"."type" "c_code",
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
    ) "athena_times"
  from "card_log" "r1"
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
    "r1"."type" "c_code",
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
    ) "athena_times"
  from "card_log" "r1"
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
) "g"
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
      end "program",
      "k"."c_cohort" "cohort",
      case
        when datediff('quarter', "k"."c_cohort", "e"."c_day") < 0 then 0
        else datediff('quarter', "k"."c_cohort", "e"."c_day")
      end "age",
      sum(
        case
          when "e"."c_code" in ('I') then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      ) "issued",
      sum(
        case
          when "e"."c_code" in ('R') then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      ) "redeemed",
      sum(
        case
          when false then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      ) "exited",
      0 "cards",
      cast(
        sum(
          case
            when "e"."c_code" in ('R') then 1
            when false then -1
            else 0
          end
        )
        as bigint
      ) "redemptions"
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
            "r1"."card_id" "c_card",
            "r1"."event_id" "c_event_id",
            "r1"."type" "c_code",
            "r1"."amount" "c_amount",
            cast(null as varchar) "c_currency",
            "r1"."at" "c_at",
            cast("r1"."at" as date) "c_day",
            "r1"."at" "c_known",
            cast(null as timestamp without time zone) "c_recorded",
            "r1"."expires" "c_expiry",
            cast(null as varchar) "c_reference",
            'PAID' "c_class",
            cast(null as varchar) "c_reason",
            "r1"."program" "s_program",
            "r1"."card_id" "t_0",
            "r1"."type" "t_1",
            "r1"."amount" "t_2",
            "r1"."at" "t_3",
            "r1"."expires" "t_4",
            "r1"."program" "t_5"
          from "card_log" "r1"
          where (
            "r1"."amount" is not null
            and "r1"."at" is not null
            and "r1"."card_id" is not null
            and "r1"."type" in (
              'I', 'R'
            )
            and "r1"."amount" >= 0
          )
        ) "u"
        where "u"."c_at" < cast(? as timestamp without time zone)
      ) "e"
      where "e"."c_code" in ('R')
    ) "e"
      left outer join (
        select
          "a"."c_card" "c_card",
          "a"."c_day" "c_day",
          cast(date_trunc('quarter', "a"."c_day") as date) "c_cohort",
          "a"."c_expiry" "c_expiry",
          "a"."s_program" "s_program",
          "a"."c_currency" "c_currency",
          "a"."c_code" "c_code",
          "a"."c_class" "c_class",
          "a"."c_amount" "c_amount",
          1 "c_times"
        from (
          select *
          from (
            select
              "r1"."card_id" "c_card",
              "r1"."event_id" "c_event_id",
              "r1"."type" "c_code",
              "r1"."amount" "c_amount",
              cast(null as varchar) "c_currency",
              "r1"."at" "c_at",
              cast("r1"."at" as date) "c_day",
              "r1"."at" "c_known",
              cast(null as timestamp without time zone) "c_recorded",
              "r1"."expires" "c_expiry",
              cast(null as varchar) "c_reference",
              'PAID' "c_class",
              cast(null as varchar) "c_reason",
              "r1"."program" "s_program",
              "r1"."card_id" "t_0",
              "r1"."type" "t_1",
              "r1"."amount" "t_2",
              "r1"."at" "t_3",
              "r1"."expires" "t_4",
              "r1"."program" "t_5"
            from "card_log" "r1"
            where (
              "r1"."amount" is not null
              and "r1"."at" is not null
              and "r1"."card_id" is not null
              and "r1"."type" in (
                'I', 'R'
              )
              and "r1"."amount" >= 0
            )
          ) "u"
          where "u"."c_at" < cast(? as timestamp without time zone)
        ) "a"
        where "a"."c_code" in ('I')
      ) "k"
        on "e"."c_card" = "k"."c_card"
    group by 1, 2, 3
    union all
    select
      "k"."s_program" "program",
      "k"."c_cohort" "cohort",
      case
        when datediff('quarter', "k"."c_cohort", "k"."c_day") < 0 then 0
        else datediff('quarter', "k"."c_cohort", "k"."c_day")
      end "age",
      sum(
        case
          when "k"."c_code" in ('I') then "k"."c_amount"
          when false then -"k"."c_amount"
          else 0.00
        end
      ) "issued",
      cast(0 as decimal(38, 2)) "redeemed",
      cast(0 as decimal(38, 2)) "exited",
      count(*) "cards",
      0 "redemptions"
    from (
      select
        "a"."c_card" "c_card",
        "a"."c_day" "c_day",
        cast(date_trunc('quarter', "a"."c_day") as date) "c_cohort",
        "a"."c_expiry" "c_expiry",
        "a"."s_program" "s_program",
        "a"."c_currency" "c_currency",
        "a"."c_code" "c_code",
        "a"."c_class" "c_class",
        "a"."c_amount" "c_amount",
        1 "c_times"
      from (
        select *
        from (
          select
            "r1"."card_id" "c_card",
            "r1"."event_id" "c_event_id",
            "r1"."type" "c_code",
            "r1"."amount" "c_amount",
            cast(null as varchar) "c_currency",
            "r1"."at" "c_at",
            cast("r1"."at" as date) "c_day",
            "r1"."at" "c_known",
            cast(null as timestamp without time zone) "c_recorded",
            "r1"."expires" "c_expiry",
            cast(null as varchar) "c_reference",
            'PAID' "c_class",
            cast(null as varchar) "c_reason",
            "r1"."program" "s_program",
            "r1"."card_id" "t_0",
            "r1"."type" "t_1",
            "r1"."amount" "t_2",
            "r1"."at" "t_3",
            "r1"."expires" "t_4",
            "r1"."program" "t_5"
          from "card_log" "r1"
          where (
            "r1"."amount" is not null
            and "r1"."at" is not null
            and "r1"."card_id" is not null
            and "r1"."type" in (
              'I', 'R'
            )
            and "r1"."amount" >= 0
          )
        ) "u"
        where "u"."c_at" < cast(? as timestamp without time zone)
      ) "a"
      where "a"."c_code" in ('I')
    ) "k"
    group by 1, 2, 3
  ),
  "spine" as (
    select
      "o"."program",
      "o"."cohort",
      "a"."age" "age"
    from (
      select distinct "cells"."program", "cells"."cohort"
      from "cells"
      where "cells"."cohort" is not null
    ) "o"
      cross join lateral (select unnest(range(datediff('quarter', "o"."cohort", cast(? as date)) + 1)) as "age") as "a"
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
    ) "issued",
    cast(
      sum("g"."redeemed") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) "redeemed",
    cast(
      sum("g"."exited") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) "exited",
    cast(
      sum("g"."cards") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as bigint
    ) "cards",
    cast(
      sum("g"."redemptions") over (
        partition by "g"."program", "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as bigint
    ) "redemptions",
    "g"."issued" "issued_increment",
    "g"."redeemed" "redeemed_increment",
    "g"."exited" "exited_increment",
    true "complete"
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
      ) "issued",
      cast(
        coalesce(
          "c"."redeemed",
          cast(0 as decimal(38, 2))
        )
        as decimal(38, 2)
      ) "redeemed",
      cast(
        coalesce(
          "c"."exited",
          cast(0 as decimal(38, 2))
        )
        as decimal(38, 2)
      ) "exited",
      cast(
        coalesce(
          "c"."cards",
          cast(0 as decimal(38))
        )
        as bigint
      ) "cards",
      cast(
        coalesce(
          "c"."redemptions",
          cast(0 as decimal(38))
        )
        as bigint
      ) "redemptions"
    from "spine" "s"
      left outer join (
        select
          "cells"."program",
          "cells"."cohort",
          "cells"."age",
          sum("cells"."issued") "issued",
          sum("cells"."redeemed") "redeemed",
          sum("cells"."exited") "exited",
          sum("cells"."cards") "cards",
          sum("cells"."redemptions") "redemptions"
        from "cells"
        group by "cells"."program", "cells"."cohort", "cells"."age"
      ) "c"
        on (
          "s"."cohort" = "c"."cohort"
          and "s"."age" = "c"."age"
          and "s"."program" is not distinct from "c"."program"
        )
  ) "g"
  union all
  select
    "cells"."program",
    cast(null as date) "cohort",
    cast(null as bigint) "age",
    cast(
      sum("cells"."issued")
      as decimal(38, 2)
    ) "issued",
    cast(
      sum("cells"."redeemed")
      as decimal(38, 2)
    ) "redeemed",
    cast(
      sum("cells"."exited")
      as decimal(38, 2)
    ) "exited",
    cast(
      sum("cells"."cards")
      as bigint
    ) "cards",
    cast(
      sum("cells"."redemptions")
      as bigint
    ) "redemptions",
    cast(
      sum("cells"."issued")
      as decimal(38, 2)
    ) "issued_increment",
    cast(
      sum("cells"."redeemed")
      as decimal(38, 2)
    ) "redeemed_increment",
    cast(
      sum("cells"."exited")
      as decimal(38, 2)
    ) "exited_increment",
    false "complete"
  from "cells"
  where "cells"."cohort" is null
  group by "cells"."program"
) "t"
order by
  "program" asc nulls last,
  "cohort" asc nulls last,
  "age" asc nulls last
