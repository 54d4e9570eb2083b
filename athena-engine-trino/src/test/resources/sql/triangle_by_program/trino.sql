-- cohorts: told by windows over the events of each card, in one pass
-- triangle: cells that occur, each filled up to the next, summed up by age
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
fetch next 20 rows only
with
  "cells" as (
    select
      case
        when "e"."k_starts" = 1 then "e"."k_s_program"
        else "e"."s_program"
      end "program",
      case
        when "e"."k_starts" = 1 then "e"."k_cohort"
      end "cohort",
      case
        when date_diff('quarter', date_trunc('quarter', case
          when "e"."k_starts" = 1 then "e"."k_cohort"
        end), date_trunc('quarter', "e"."c_day")) < 0 then 0
        else date_diff('quarter', date_trunc('quarter', case
          when "e"."k_starts" = 1 then "e"."k_cohort"
        end), date_trunc('quarter', "e"."c_day"))
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
              "e"."k_starts" = 1
              and "e"."k_place" = 1
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
        "b".*,
        case
          when "b"."k_starts" = 1 then date_trunc('quarter', "b"."k_day")
        end "k_cohort"
      from (
        select
          "a".*,
          first_value(case
            when "a"."c_code" in ('I') then 1
            else 0
          end) over (partition by "a"."c_card" order by 
            case
              when "a"."c_code" in ('I') then 0
              else 1
            end asc,
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
           rows between unbounded preceding and unbounded following) "k_starts",
          row_number() over (partition by "a"."c_card" order by 
            case
              when "a"."c_code" in ('I') then 0
              else 1
            end asc,
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
          ) "k_place",
          first_value("a"."c_day") over (partition by "a"."c_card" order by 
            case
              when "a"."c_code" in ('I') then 0
              else 1
            end asc,
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
           rows between unbounded preceding and unbounded following) "k_day",
          first_value("a"."c_expiry") over (partition by "a"."c_card" order by 
            case
              when "a"."c_code" in ('I') then 0
              else 1
            end asc,
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
           rows between unbounded preceding and unbounded following) "k_expiry",
          first_value("a"."s_program") over (partition by "a"."c_card" order by 
            case
              when "a"."c_code" in ('I') then 0
              else 1
            end asc,
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
           rows between unbounded preceding and unbounded following) "k_s_program"
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
              cast(null as timestamp) "c_recorded",
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
          where "u"."c_at" < ?
        ) "a"
      ) "b"
    ) "e"
    group by 1, 2, 3
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
    case
      when "g"."cohort" is null then false
      else true
    end "complete"
  from (
    select
      "w"."program",
      "w"."cohort",
      case
        when "w"."cohort" is not null then (case
          when "w"."before_age" is null then 0
          else "w"."age"
        end + "a"."step")
      end "age",
      cast(
        case
          when (
            "w"."cohort" is null
            or case
              when "w"."cohort" is not null then (case
                when "w"."before_age" is null then 0
                else "w"."age"
              end + "a"."step")
            end = "w"."age"
          ) then "w"."issued"
          else cast(0 as decimal(38, 2))
        end
        as decimal(38, 2)
      ) "issued",
      cast(
        case
          when (
            "w"."cohort" is null
            or case
              when "w"."cohort" is not null then (case
                when "w"."before_age" is null then 0
                else "w"."age"
              end + "a"."step")
            end = "w"."age"
          ) then "w"."redeemed"
          else cast(0 as decimal(38, 2))
        end
        as decimal(38, 2)
      ) "redeemed",
      cast(
        case
          when (
            "w"."cohort" is null
            or case
              when "w"."cohort" is not null then (case
                when "w"."before_age" is null then 0
                else "w"."age"
              end + "a"."step")
            end = "w"."age"
          ) then "w"."exited"
          else cast(0 as decimal(38, 2))
        end
        as decimal(38, 2)
      ) "exited",
      cast(
        case
          when (
            "w"."cohort" is null
            or case
              when "w"."cohort" is not null then (case
                when "w"."before_age" is null then 0
                else "w"."age"
              end + "a"."step")
            end = "w"."age"
          ) then "w"."cards"
          else cast(0 as decimal(38))
        end
        as bigint
      ) "cards",
      cast(
        case
          when (
            "w"."cohort" is null
            or case
              when "w"."cohort" is not null then (case
                when "w"."before_age" is null then 0
                else "w"."age"
              end + "a"."step")
            end = "w"."age"
          ) then "w"."redemptions"
          else cast(0 as decimal(38))
        end
        as bigint
      ) "redemptions"
    from (
      select
        "c".*,
        lag("c"."age") over (
          partition by "c"."program", "c"."cohort"
          order by "c"."age"
        ) "before_age",
        lead("c"."age") over (
          partition by "c"."program", "c"."cohort"
          order by "c"."age"
        ) "next_age"
      from (
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
    ) "w"
      cross join unnest(case when case
        when "w"."cohort" is null then 0
        else (coalesce(
          ("w"."next_age" - 1),
          date_diff('quarter', date_trunc('quarter', "w"."cohort"), date_trunc('quarter', ?))
        ) - case
          when "w"."before_age" is null then 0
          else "w"."age"
        end)
      end >= 0 then sequence(bigint '0', case
        when "w"."cohort" is null then 0
        else (coalesce(
          ("w"."next_age" - 1),
          date_diff('quarter', date_trunc('quarter', "w"."cohort"), date_trunc('quarter', ?))
        ) - case
          when "w"."before_age" is null then 0
          else "w"."age"
        end)
      end, 10000) end) as "a_chunk" (chunk) cross join unnest(sequence("a_chunk".chunk, least(case
        when "w"."cohort" is null then 0
        else (coalesce(
          ("w"."next_age" - 1),
          date_diff('quarter', date_trunc('quarter', "w"."cohort"), date_trunc('quarter', ?))
        ) - case
          when "w"."before_age" is null then 0
          else "w"."age"
        end)
      end, "a_chunk".chunk + 10000 - 1))) as "a" ("step")
  ) "g"
) "t"
order by
  "program" asc nulls last,
  "cohort" asc nulls last,
  "age" asc nulls last
