-- cohorts: events hash-joined to the first activations of their cards
-- triangle: cells that occur, laid on a dense grid, summed up by age
-- versions of an event: ids that occur again, then row_number over their rows
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
  "repeated2" as (
    select "r1"."event_id" "c_id"
    from "card_log" "r1"
    where (
      "r1"."amount" is not null
      and "r1"."at" is not null
      and "r1"."card_id" is not null
      and "r1"."type" in (
        'I', 'R'
      )
      and "r1"."amount" >= 0
      and "r1"."event_id" is not null
    )
    group by "r1"."event_id"
    having count(*) > 1
  ),
  "latest3" as (
    select
      "n"."c_card",
      "n"."c_event_id",
      "n"."c_code",
      "n"."c_amount",
      "n"."c_currency",
      "n"."c_at",
      "n"."c_day",
      "n"."c_known",
      "n"."c_recorded",
      "n"."c_expiry",
      "n"."c_reference",
      "n"."c_class",
      "n"."c_reason",
      "n"."t_0",
      "n"."t_1",
      "n"."t_2",
      "n"."t_3",
      "n"."t_4",
      "n"."t_5"
    from (
      select
        "v".*,
        row_number() over (
          partition by "v"."c_event_id"
          order by
            "v"."c_known" desc nulls last,
            "v"."c_at" desc nulls last,
            cast("v"."t_0" as varchar) desc nulls last,
            cast("v"."t_1" as varchar) desc nulls last,
            cast("v"."t_2" as varchar) desc nulls last,
            cast("v"."t_3" as varchar) desc nulls last,
            cast("v"."t_4" as varchar) desc nulls last,
            cast("v"."t_5" as varchar) desc nulls last
        ) "c_number"
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
      ) "v"
        join "repeated2" "d"
          on "v"."c_event_id" = "d"."c_id"
    ) "n"
    where "n"."c_number" = 1
  ),
  "activations5" as (
    select
      "a"."c_card" "c_card",
      any_value("a"."c_day") "c_day",
      any_value(cast(date_trunc('month', "a"."c_day") as date)) "c_cohort",
      any_value("a"."c_expiry") "c_expiry",
      count(*) "c_times"
    from (
      select
        "u"."c_card",
        "u"."c_event_id",
        "u"."c_code",
        "u"."c_amount",
        "u"."c_currency",
        "u"."c_at",
        "u"."c_day",
        "u"."c_known",
        "u"."c_recorded",
        "u"."c_expiry",
        "u"."c_reference",
        "u"."c_class",
        "u"."c_reason",
        case
          when "u"."c_event_id" is null then "u"."t_0"
        end "t_0",
        case
          when "u"."c_event_id" is null then "u"."t_1"
        end "t_1",
        case
          when "u"."c_event_id" is null then "u"."t_2"
        end "t_2",
        case
          when "u"."c_event_id" is null then "u"."t_3"
        end "t_3",
        case
          when "u"."c_event_id" is null then "u"."t_4"
        end "t_4",
        case
          when "u"."c_event_id" is null then "u"."t_5"
        end "t_5"
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
        left outer join "repeated2" "d"
          on "u"."c_event_id" = "d"."c_id"
      where (
        "d"."c_id" is null
        and "u"."c_at" < cast(? as timestamp without time zone)
      )
      union all
      select *
      from "latest3" "u"
      where "u"."c_at" < cast(? as timestamp without time zone)
    ) "a"
    where "a"."c_code" in ('I')
    group by "a"."c_card"
  ),
  "activated4" as (
    select
      "m"."c_card" "c_card",
      "m"."c_day" "c_day",
      "m"."c_cohort" "c_cohort",
      "m"."c_expiry" "c_expiry",
      cast(null as varchar) "c_currency",
      cast(null as varchar) "c_code",
      cast(null as varchar) "c_class",
      "m"."c_times"
    from "activations5" "m"
    where "m"."c_times" = 1
    union all
    select
      "b"."c_card" "c_card",
      "b"."c_day" "c_day",
      "b"."c_cohort" "c_cohort",
      "b"."c_expiry" "c_expiry",
      "b"."c_currency" "c_currency",
      "b"."c_code" "c_code",
      "b"."c_class" "c_class",
      "b"."c_times"
    from (
      select
        "a"."c_card" "c_card",
        "a"."c_day" "c_day",
        cast(date_trunc('month', "a"."c_day") as date) "c_cohort",
        "a"."c_expiry" "c_expiry",
        "a"."c_currency" "c_currency",
        "a"."c_code" "c_code",
        "a"."c_class" "c_class",
        "m"."c_times" "c_times",
        row_number() over (
          partition by "a"."c_card"
          order by
            "a"."c_at" asc,
            "a"."c_event_id" asc nulls first,
            case
              when "a"."c_event_id" is null then cast("a"."t_0" as varchar)
            end asc nulls first,
            case
              when "a"."c_event_id" is null then cast("a"."t_1" as varchar)
            end asc nulls first,
            case
              when "a"."c_event_id" is null then cast("a"."t_2" as varchar)
            end asc nulls first,
            case
              when "a"."c_event_id" is null then cast("a"."t_3" as varchar)
            end asc nulls first,
            case
              when "a"."c_event_id" is null then cast("a"."t_4" as varchar)
            end asc nulls first,
            case
              when "a"."c_event_id" is null then cast("a"."t_5" as varchar)
            end asc nulls first
        ) "c_first"
      from (
        select
          "u"."c_card",
          "u"."c_event_id",
          "u"."c_code",
          "u"."c_amount",
          "u"."c_currency",
          "u"."c_at",
          "u"."c_day",
          "u"."c_known",
          "u"."c_recorded",
          "u"."c_expiry",
          "u"."c_reference",
          "u"."c_class",
          "u"."c_reason",
          case
            when "u"."c_event_id" is null then "u"."t_0"
          end "t_0",
          case
            when "u"."c_event_id" is null then "u"."t_1"
          end "t_1",
          case
            when "u"."c_event_id" is null then "u"."t_2"
          end "t_2",
          case
            when "u"."c_event_id" is null then "u"."t_3"
          end "t_3",
          case
            when "u"."c_event_id" is null then "u"."t_4"
          end "t_4",
          case
            when "u"."c_event_id" is null then "u"."t_5"
          end "t_5"
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
          left outer join "repeated2" "d"
            on "u"."c_event_id" = "d"."c_id"
        where (
          "d"."c_id" is null
          and "u"."c_at" < cast(? as timestamp without time zone)
        )
        union all
        select *
        from "latest3" "u"
        where "u"."c_at" < cast(? as timestamp without time zone)
      ) "a"
        join "activations5" "m"
          on (
            "a"."c_card" = "m"."c_card"
            and "m"."c_times" > 1
          )
      where "a"."c_code" in ('I')
    ) "b"
    where "b"."c_first" = 1
  ),
  "cells" as (
    select
      "k"."c_cohort" "cohort",
      case
        when datediff('month', "k"."c_cohort", "e"."c_day") < 0 then 0
        else datediff('month', "k"."c_cohort", "e"."c_day")
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
      cast(
        sum(
          case
            when (
              "e"."c_code" in ('I')
              and "k"."c_times" = 1
            ) then 1
            else 0
          end
        )
        as bigint
      ) "cards",
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
        "u"."c_card",
        "u"."c_event_id",
        "u"."c_code",
        "u"."c_amount",
        "u"."c_currency",
        "u"."c_at",
        "u"."c_day",
        "u"."c_known",
        "u"."c_recorded",
        "u"."c_expiry",
        "u"."c_reference",
        "u"."c_class",
        "u"."c_reason",
        case
          when "u"."c_event_id" is null then "u"."t_0"
        end "t_0",
        case
          when "u"."c_event_id" is null then "u"."t_1"
        end "t_1",
        case
          when "u"."c_event_id" is null then "u"."t_2"
        end "t_2",
        case
          when "u"."c_event_id" is null then "u"."t_3"
        end "t_3",
        case
          when "u"."c_event_id" is null then "u"."t_4"
        end "t_4",
        case
          when "u"."c_event_id" is null then "u"."t_5"
        end "t_5"
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
        left outer join "repeated2" "d"
          on "u"."c_event_id" = "d"."c_id"
      where (
        "d"."c_id" is null
        and "u"."c_at" < cast(? as timestamp without time zone)
      )
      union all
      select *
      from "latest3" "u"
      where "u"."c_at" < cast(? as timestamp without time zone)
    ) "e"
      left outer join "activated4" "k"
        on "e"."c_card" = "k"."c_card"
    group by 1, 2
    union all
    select
      "k"."c_cohort" "cohort",
      case
        when datediff('month', "k"."c_cohort", "k"."c_day") < 0 then 0
        else datediff('month', "k"."c_cohort", "k"."c_day")
      end "age",
      cast(0 as decimal(38, 2)) "issued",
      cast(0 as decimal(38, 2)) "redeemed",
      cast(0 as decimal(38, 2)) "exited",
      1 "cards",
      0 "redemptions"
    from "activated4" "k"
    where "k"."c_times" > 1
  ),
  "spine" as (
    select
      "o"."cohort",
      "a"."age" "age"
    from (
      select distinct "cells"."cohort"
      from "cells"
      where "cells"."cohort" is not null
    ) "o"
      cross join lateral (select unnest(range(datediff('month', "o"."cohort", cast(? as date)) + 1)) as "age") as "a"
  )
select
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
    "g"."cohort",
    "g"."age",
    cast(
      sum("g"."issued") over (
        partition by "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) "issued",
    cast(
      sum("g"."redeemed") over (
        partition by "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) "redeemed",
    cast(
      sum("g"."exited") over (
        partition by "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as decimal(38, 2)
    ) "exited",
    cast(
      sum("g"."cards") over (
        partition by "g"."cohort"
        order by "g"."age"
        rows between unbounded preceding and current row
      )
      as bigint
    ) "cards",
    cast(
      sum("g"."redemptions") over (
        partition by "g"."cohort"
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
          "cells"."cohort",
          "cells"."age",
          sum("cells"."issued") "issued",
          sum("cells"."redeemed") "redeemed",
          sum("cells"."exited") "exited",
          sum("cells"."cards") "cards",
          sum("cells"."redemptions") "redemptions"
        from "cells"
        group by "cells"."cohort", "cells"."age"
      ) "c"
        on (
          "s"."cohort" = "c"."cohort"
          and "s"."age" = "c"."age"
        )
  ) "g"
  union all
  select
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
  having count(*) > 0
) "t"
order by
  "cohort" asc nulls last,
  "age" asc nulls last
