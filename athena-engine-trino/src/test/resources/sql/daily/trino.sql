-- cohorts: told by windows over the events of each card, in one pass
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
select
  "l"."program",
  "l"."cohort",
  "l"."day",
  case
    when "l"."c_code" in ('R') then 'REDEEM'
    else case
      when "l"."c_code" in ('I') then 'ACTIVATE'
      else cast(null as varchar)
    end
  end "kind",
  "l"."events",
  "l"."cards",
  "l"."amount"
from (
  select
    "e"."s_program" "program",
    case
      when "e"."k_starts" = 1 then "e"."k_cohort"
    end "cohort",
    "e"."c_day" "day",
    "e"."c_code" "c_code",
    cast(
      count(*)
      as bigint
    ) "events",
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
      sum("e"."c_amount")
      as decimal(38, 2)
    ) "amount"
  from (
    select
      "b".*,
      case
        when "b"."k_starts" = 1 then date_trunc('month', "b"."k_day")
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
            "u".*,
            row_number() over (
              partition by
                "u"."c_event_id",
                case
                  when "u"."c_event_id" is null then "u"."c_card"
                end
              order by
                "u"."c_known" desc nulls last,
                "u"."c_at" desc nulls last,
                cast("u"."t_0" as varchar) desc nulls last,
                cast("u"."t_1" as varchar) desc nulls last,
                cast("u"."t_2" as varchar) desc nulls last,
                cast("u"."t_3" as varchar) desc nulls last,
                cast("u"."t_4" as varchar) desc nulls last,
                cast("u"."t_5" as varchar) desc nulls last
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
        ) "u"
        where (
          (
            "u"."c_event_id" is null
            or "u"."c_number" = 1
          )
          and "u"."c_at" < ?
        )
      ) "a"
    ) "b"
  ) "e"
  group by 1, 2, 3, 4
) "l"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last
