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
  "t"."period",
  "t"."age",
  "t"."cards",
  "t"."issued",
  "t"."redeemed",
  "t"."exited",
  cast(
    ("t"."issued" - "t"."redeemed")
    as decimal(38, 2)
  ) "breakage",
  cast(element_at(transform(transform(array[cast(row(cast(
    cast(
      ("t"."issued" - "t"."redeemed")
      as decimal(38, 2)
    )
    as decimal(24, 2)
  ) * decimal '1000000000000', nullif(cast("t"."issued" as decimal(36, 2)), 0)) as row(a decimal(37, 2), b decimal(36, 2)))], x -> cast(row((x.a - mod(x.a, x.b)) / x.b, mod(x.a, x.b), x.b) as row(q decimal(38, 0), r decimal(36, 2), b decimal(36, 2)))), x -> cast(x.q + case when abs(x.r) > abs(x.b) - abs(x.r) or (abs(x.r) = abs(x.b) - abs(x.r) and mod(x.q, 2) <> 0) then sign(x.r) * sign(x.b) else 0 end as varchar)), 1) || 'e-12' as decimal(38, 12)) "rate",
  coalesce(
    (date_diff('month', date_trunc('month', "t"."period"), date_trunc('month', ?)) >= 0),
    false
  ) "complete"
from (
  select
    case
      when "e"."k_starts" = 1 then "e"."k_cohort"
    end "period",
    cast(null as bigint) "age",
    count(distinct "e"."c_card") "cards",
    cast(
      sum(
        case
          when "e"."c_code" in ('I') then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      )
      as decimal(38, 2)
    ) "issued",
    cast(
      sum(
        case
          when "e"."c_code" in ('R') then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      )
      as decimal(38, 2)
    ) "redeemed",
    cast(
      sum(
        case
          when false then "e"."c_amount"
          when false then -"e"."c_amount"
          else 0.00
        end
      )
      as decimal(38, 2)
    ) "exited"
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
         rows between unbounded preceding and unbounded following) "k_expiry"
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
  where "e"."k_starts" = 1
  group by 1
) "t"
order by
  "t"."period" asc nulls last,
  "t"."age" asc nulls last
