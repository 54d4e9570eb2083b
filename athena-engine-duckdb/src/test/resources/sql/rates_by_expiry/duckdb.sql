-- cohorts: events hash-joined to the first activations of their cards
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
      any_value(cast(date_trunc('year', "a"."c_day") as date)) "c_cohort",
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
        cast(date_trunc('year', "a"."c_day") as date) "c_cohort",
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
  )
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
  decimal_division(cast(
    cast(
      ("t"."issued" - "t"."redeemed")
      as decimal(38, 2)
    )
    as decimal(24, 2)
  ), nullif(cast("t"."issued" as decimal(24, 2)), 0), 12) "rate",
  coalesce(
    (datediff('year', "t"."period", cast(? as date)) > 0),
    false
  ) "complete"
from (
  select
    cast(date_trunc('year', "k"."c_expiry") as date) "period",
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
  where "k"."c_card" is not null
  group by 1
) "t"
order by
  "t"."period" asc nulls last,
  "t"."age" asc nulls last
