-- cohorts: events hash-joined to the first activations of their cards
-- triangle: cells that occur, laid on a dense grid, summed up by age
-- versions of an event: ids that occur again, then row_number over their rows
-- checked before:
select "g"."c_code", "g"."athena_times"
from (
  select
    "r3"."type" as "c_code",
    cast(
      sum(
        case
          when (
            "r3"."amount" is not null
            and "r3"."at" is not null
            and "r3"."card_id" is not null
          ) then 1
          else 0
        end
      )
      as bigint
    ) as "athena_times"
  from "card_log" as "r3"
  where not ("r3"."type" in (
    'I', 'R'
  ))
  group by "r3"."type"
  having sum(
    case
      when (
        "r3"."amount" is not null
        and "r3"."at" is not null
        and "r3"."card_id" is not null
      ) then 1
      else 0
    end
  ) > 0
  union all
  select
    "r3"."type" as "c_code",
    cast(
      sum(
        case
          when (
            "r3"."amount" is not null
            and "r3"."at" is not null
            and "r3"."card_id" is not null
          ) then 1
          else 0
        end
      )
      as bigint
    ) as "athena_times"
  from "card_log" as "r3"
  where "r3"."type" is null
  group by "r3"."type"
  having sum(
    case
      when (
        "r3"."amount" is not null
        and "r3"."at" is not null
        and "r3"."card_id" is not null
      ) then 1
      else 0
    end
  ) > 0
) as "g"
order by
  2 desc,
  1 asc nulls first
limit 20
select
  "r1"."age",
  cast(
    sum("r1"."redeemed_increment")
    as decimal(38, 2)
  ) as "redeemed"
from (
  select
    "r2"."cohort",
    "r2"."age",
    "r2"."issued",
    "r2"."redeemed",
    "r2"."exited",
    "r2"."cards",
    "r2"."redemptions",
    "r2"."issued_increment",
    "r2"."redeemed_increment",
    "r2"."exited_increment",
    "r2"."complete"
  from (
    with
      "repeated4" as (
        select "r3"."event_id" as "c_id"
        from "card_log" as "r3"
        where (
          "r3"."amount" is not null
          and "r3"."at" is not null
          and "r3"."card_id" is not null
          and "r3"."type" in (
            'I', 'R'
          )
          and "r3"."amount" >= 0
          and "r3"."event_id" is not null
        )
        group by "r3"."event_id"
        having count(*) > 1
      ),
      "latest5" as (
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
                case when "v"."c_known" is null then 1 else 0 end, "v"."c_known" desc,
                case when "v"."c_at" is null then 1 else 0 end, "v"."c_at" desc,
                case when cast("v"."t_0" as varchar(65535)) is null then 1 else 0 end, cast("v"."t_0" as varchar(65535)) desc,
                case when cast("v"."t_1" as varchar(65535)) is null then 1 else 0 end, cast("v"."t_1" as varchar(65535)) desc,
                case when cast("v"."t_2" as varchar(65535)) is null then 1 else 0 end, cast("v"."t_2" as varchar(65535)) desc,
                case when rtrim(rtrim(to_char("v"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.') is null then 1 else 0 end, rtrim(rtrim(to_char("v"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.') desc,
                case when to_char("v"."t_4", 'YYYY-MM-DD') is null then 1 else 0 end, to_char("v"."t_4", 'YYYY-MM-DD') desc,
                case when cast("v"."t_5" as varchar(65535)) is null then 1 else 0 end, cast("v"."t_5" as varchar(65535)) desc
            ) as "c_number"
          from (
            select
              "r3"."card_id" as "c_card",
              "r3"."event_id" as "c_event_id",
              "r3"."type" as "c_code",
              "r3"."amount" as "c_amount",
              cast(null as varchar(65535)) as "c_currency",
              "r3"."at" as "c_at",
              cast("r3"."at" as date) as "c_day",
              "r3"."at" as "c_known",
              cast(null as timestamp) as "c_recorded",
              "r3"."expires" as "c_expiry",
              cast(null as varchar(65535)) as "c_reference",
              'PAID' as "c_class",
              cast(null as varchar(65535)) as "c_reason",
              "r3"."card_id" as "t_0",
              "r3"."type" as "t_1",
              "r3"."amount" as "t_2",
              "r3"."at" as "t_3",
              "r3"."expires" as "t_4",
              "r3"."program" as "t_5"
            from "card_log" as "r3"
            where (
              "r3"."amount" is not null
              and "r3"."at" is not null
              and "r3"."card_id" is not null
              and "r3"."type" in (
                'I', 'R'
              )
              and "r3"."amount" >= 0
            )
          ) as "v"
            join "repeated4" as "d"
              on "v"."c_event_id" = "d"."c_id"
        ) as "n"
        where "n"."c_number" = 1
      ),
      "activations7" as (
        select
          "a"."c_card" as "c_card",
          any_value("a"."c_day") as "c_day",
          any_value(cast(date_trunc('month', cast("a"."c_day" as timestamp)) as date)) as "c_cohort",
          any_value("a"."c_expiry") as "c_expiry",
          count(*) as "c_times"
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
            end as "t_0",
            case
              when "u"."c_event_id" is null then "u"."t_1"
            end as "t_1",
            case
              when "u"."c_event_id" is null then "u"."t_2"
            end as "t_2",
            case
              when "u"."c_event_id" is null then "u"."t_3"
            end as "t_3",
            case
              when "u"."c_event_id" is null then "u"."t_4"
            end as "t_4",
            case
              when "u"."c_event_id" is null then "u"."t_5"
            end as "t_5"
          from (
            select
              "r3"."card_id" as "c_card",
              "r3"."event_id" as "c_event_id",
              "r3"."type" as "c_code",
              "r3"."amount" as "c_amount",
              cast(null as varchar(65535)) as "c_currency",
              "r3"."at" as "c_at",
              cast("r3"."at" as date) as "c_day",
              "r3"."at" as "c_known",
              cast(null as timestamp) as "c_recorded",
              "r3"."expires" as "c_expiry",
              cast(null as varchar(65535)) as "c_reference",
              'PAID' as "c_class",
              cast(null as varchar(65535)) as "c_reason",
              "r3"."card_id" as "t_0",
              "r3"."type" as "t_1",
              "r3"."amount" as "t_2",
              "r3"."at" as "t_3",
              "r3"."expires" as "t_4",
              "r3"."program" as "t_5"
            from "card_log" as "r3"
            where (
              "r3"."amount" is not null
              and "r3"."at" is not null
              and "r3"."card_id" is not null
              and "r3"."type" in (
                'I', 'R'
              )
              and "r3"."amount" >= 0
            )
          ) as "u"
            left outer join "repeated4" as "d"
              on "u"."c_event_id" = "d"."c_id"
          where (
            "d"."c_id" is null
            and "u"."c_at" < cast(? as timestamp)
          )
          union all
          select *
          from "latest5" as "u"
          where "u"."c_at" < cast(? as timestamp)
        ) as "a"
        where "a"."c_code" in ('I')
        group by "a"."c_card"
      ),
      "activated6" as (
        select
          "m"."c_card" as "c_card",
          "m"."c_day" as "c_day",
          "m"."c_cohort" as "c_cohort",
          "m"."c_expiry" as "c_expiry",
          cast(null as varchar(65535)) as "c_currency",
          cast(null as varchar(65535)) as "c_code",
          cast(null as varchar(65535)) as "c_class",
          "m"."c_times"
        from "activations7" as "m"
        where "m"."c_times" = 1
        union all
        select
          "b"."c_card" as "c_card",
          "b"."c_day" as "c_day",
          "b"."c_cohort" as "c_cohort",
          "b"."c_expiry" as "c_expiry",
          "b"."c_currency" as "c_currency",
          "b"."c_code" as "c_code",
          "b"."c_class" as "c_class",
          "b"."c_times"
        from (
          select
            "a"."c_card" as "c_card",
            "a"."c_day" as "c_day",
            cast(date_trunc('month', cast("a"."c_day" as timestamp)) as date) as "c_cohort",
            "a"."c_expiry" as "c_expiry",
            "a"."c_currency" as "c_currency",
            "a"."c_code" as "c_code",
            "a"."c_class" as "c_class",
            "m"."c_times" as "c_times",
            row_number() over (
              partition by "a"."c_card"
              order by
                "a"."c_at" asc,
                case when "a"."c_event_id" is null then 0 else 1 end, "a"."c_event_id" asc,
                case when case
                  when "a"."c_event_id" is null then cast("a"."t_0" as varchar(65535))
                end is null then 0 else 1 end, case
                  when "a"."c_event_id" is null then cast("a"."t_0" as varchar(65535))
                end asc,
                case when case
                  when "a"."c_event_id" is null then cast("a"."t_1" as varchar(65535))
                end is null then 0 else 1 end, case
                  when "a"."c_event_id" is null then cast("a"."t_1" as varchar(65535))
                end asc,
                case when case
                  when "a"."c_event_id" is null then cast("a"."t_2" as varchar(65535))
                end is null then 0 else 1 end, case
                  when "a"."c_event_id" is null then cast("a"."t_2" as varchar(65535))
                end asc,
                case when case
                  when "a"."c_event_id" is null then rtrim(rtrim(to_char("a"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.')
                end is null then 0 else 1 end, case
                  when "a"."c_event_id" is null then rtrim(rtrim(to_char("a"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.')
                end asc,
                case when case
                  when "a"."c_event_id" is null then to_char("a"."t_4", 'YYYY-MM-DD')
                end is null then 0 else 1 end, case
                  when "a"."c_event_id" is null then to_char("a"."t_4", 'YYYY-MM-DD')
                end asc,
                case when case
                  when "a"."c_event_id" is null then cast("a"."t_5" as varchar(65535))
                end is null then 0 else 1 end, case
                  when "a"."c_event_id" is null then cast("a"."t_5" as varchar(65535))
                end asc
            ) as "c_first"
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
              end as "t_0",
              case
                when "u"."c_event_id" is null then "u"."t_1"
              end as "t_1",
              case
                when "u"."c_event_id" is null then "u"."t_2"
              end as "t_2",
              case
                when "u"."c_event_id" is null then "u"."t_3"
              end as "t_3",
              case
                when "u"."c_event_id" is null then "u"."t_4"
              end as "t_4",
              case
                when "u"."c_event_id" is null then "u"."t_5"
              end as "t_5"
            from (
              select
                "r3"."card_id" as "c_card",
                "r3"."event_id" as "c_event_id",
                "r3"."type" as "c_code",
                "r3"."amount" as "c_amount",
                cast(null as varchar(65535)) as "c_currency",
                "r3"."at" as "c_at",
                cast("r3"."at" as date) as "c_day",
                "r3"."at" as "c_known",
                cast(null as timestamp) as "c_recorded",
                "r3"."expires" as "c_expiry",
                cast(null as varchar(65535)) as "c_reference",
                'PAID' as "c_class",
                cast(null as varchar(65535)) as "c_reason",
                "r3"."card_id" as "t_0",
                "r3"."type" as "t_1",
                "r3"."amount" as "t_2",
                "r3"."at" as "t_3",
                "r3"."expires" as "t_4",
                "r3"."program" as "t_5"
              from "card_log" as "r3"
              where (
                "r3"."amount" is not null
                and "r3"."at" is not null
                and "r3"."card_id" is not null
                and "r3"."type" in (
                  'I', 'R'
                )
                and "r3"."amount" >= 0
              )
            ) as "u"
              left outer join "repeated4" as "d"
                on "u"."c_event_id" = "d"."c_id"
            where (
              "d"."c_id" is null
              and "u"."c_at" < cast(? as timestamp)
            )
            union all
            select *
            from "latest5" as "u"
            where "u"."c_at" < cast(? as timestamp)
          ) as "a"
            join "activations7" as "m"
              on (
                "a"."c_card" = "m"."c_card"
                and "m"."c_times" > 1
              )
          where "a"."c_code" in ('I')
        ) as "b"
        where "b"."c_first" = 1
      ),
      "cells" as (
        select
          "k"."c_cohort" as "cohort",
          case
            when cast(cast((extract(year from "e"."c_day") - extract(year from "k"."c_cohort")) * 12 as bigint) + extract(month from "e"."c_day") - extract(month from "k"."c_cohort") as bigint) < 0 then 0
            else cast(cast((extract(year from "e"."c_day") - extract(year from "k"."c_cohort")) * 12 as bigint) + extract(month from "e"."c_day") - extract(month from "k"."c_cohort") as bigint)
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
          ) as "cards",
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
            end as "t_0",
            case
              when "u"."c_event_id" is null then "u"."t_1"
            end as "t_1",
            case
              when "u"."c_event_id" is null then "u"."t_2"
            end as "t_2",
            case
              when "u"."c_event_id" is null then "u"."t_3"
            end as "t_3",
            case
              when "u"."c_event_id" is null then "u"."t_4"
            end as "t_4",
            case
              when "u"."c_event_id" is null then "u"."t_5"
            end as "t_5"
          from (
            select
              "r3"."card_id" as "c_card",
              "r3"."event_id" as "c_event_id",
              "r3"."type" as "c_code",
              "r3"."amount" as "c_amount",
              cast(null as varchar(65535)) as "c_currency",
              "r3"."at" as "c_at",
              cast("r3"."at" as date) as "c_day",
              "r3"."at" as "c_known",
              cast(null as timestamp) as "c_recorded",
              "r3"."expires" as "c_expiry",
              cast(null as varchar(65535)) as "c_reference",
              'PAID' as "c_class",
              cast(null as varchar(65535)) as "c_reason",
              "r3"."card_id" as "t_0",
              "r3"."type" as "t_1",
              "r3"."amount" as "t_2",
              "r3"."at" as "t_3",
              "r3"."expires" as "t_4",
              "r3"."program" as "t_5"
            from "card_log" as "r3"
            where (
              "r3"."amount" is not null
              and "r3"."at" is not null
              and "r3"."card_id" is not null
              and "r3"."type" in (
                'I', 'R'
              )
              and "r3"."amount" >= 0
            )
          ) as "u"
            left outer join "repeated4" as "d"
              on "u"."c_event_id" = "d"."c_id"
          where (
            "d"."c_id" is null
            and "u"."c_at" < cast(? as timestamp)
          )
          union all
          select *
          from "latest5" as "u"
          where "u"."c_at" < cast(? as timestamp)
        ) as "e"
          left outer join "activated6" as "k"
            on "e"."c_card" = "k"."c_card"
        group by 1, 2
        union all
        select
          "k"."c_cohort" as "cohort",
          case
            when cast(cast((extract(year from "k"."c_day") - extract(year from "k"."c_cohort")) * 12 as bigint) + extract(month from "k"."c_day") - extract(month from "k"."c_cohort") as bigint) < 0 then 0
            else cast(cast((extract(year from "k"."c_day") - extract(year from "k"."c_cohort")) * 12 as bigint) + extract(month from "k"."c_day") - extract(month from "k"."c_cohort") as bigint)
          end as "age",
          cast(0 as decimal(38, 2)) as "issued",
          cast(0 as decimal(38, 2)) as "redeemed",
          cast(0 as decimal(38, 2)) as "exited",
          1 as "cards",
          0 as "redemptions"
        from "activated6" as "k"
        where "k"."c_times" > 1
      ),
      "spine" as (
        select
          "o"."cohort",
          ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n" + "a_1"."n" + "a_0"."n") as "age"
        from (
          select distinct "cells"."cohort"
          from "cells"
          where "cells"."cohort" is not null
        ) as "o"
          join (select cast(0 as bigint) as "n" union all select 1000000 union all select 2000000 union all select 3000000 union all select 4000000 union all select 5000000 union all select 6000000 union all select 7000000 union all select 8000000 union all select 9000000) as "a_6"
            on "a_6"."n" <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
          join (select cast(0 as bigint) as "n" union all select 100000 union all select 200000 union all select 300000 union all select 400000 union all select 500000 union all select 600000 union all select 700000 union all select 800000 union all select 900000) as "a_5"
            on ("a_6"."n" + "a_5"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
          join (select cast(0 as bigint) as "n" union all select 10000 union all select 20000 union all select 30000 union all select 40000 union all select 50000 union all select 60000 union all select 70000 union all select 80000 union all select 90000) as "a_4"
            on ("a_6"."n" + "a_5"."n" + "a_4"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
          join (select cast(0 as bigint) as "n" union all select 1000 union all select 2000 union all select 3000 union all select 4000 union all select 5000 union all select 6000 union all select 7000 union all select 8000 union all select 9000) as "a_3"
            on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
          join (select cast(0 as bigint) as "n" union all select 100 union all select 200 union all select 300 union all select 400 union all select 500 union all select 600 union all select 700 union all select 800 union all select 900) as "a_2"
            on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
          join (select cast(0 as bigint) as "n" union all select 10 union all select 20 union all select 30 union all select 40 union all select 50 union all select 60 union all select 70 union all select 80 union all select 90) as "a_1"
            on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n" + "a_1"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
          join (select cast(0 as bigint) as "n" union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9) as "a_0"
            on ("a_6"."n" + "a_5"."n" + "a_4"."n" + "a_3"."n" + "a_2"."n" + "a_1"."n" + "a_0"."n") <= cast(cast((extract(year from cast(? as date)) - extract(year from "o"."cohort")) * 12 as bigint) + extract(month from cast(? as date)) - extract(month from "o"."cohort") as bigint)
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
        ) as "issued",
        cast(
          sum("g"."redeemed") over (
            partition by "g"."cohort"
            order by "g"."age"
            rows between unbounded preceding and current row
          )
          as decimal(38, 2)
        ) as "redeemed",
        cast(
          sum("g"."exited") over (
            partition by "g"."cohort"
            order by "g"."age"
            rows between unbounded preceding and current row
          )
          as decimal(38, 2)
        ) as "exited",
        cast(
          sum("g"."cards") over (
            partition by "g"."cohort"
            order by "g"."age"
            rows between unbounded preceding and current row
          )
          as bigint
        ) as "cards",
        cast(
          sum("g"."redemptions") over (
            partition by "g"."cohort"
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
              "cells"."cohort",
              "cells"."age",
              sum("cells"."issued") as "issued",
              sum("cells"."redeemed") as "redeemed",
              sum("cells"."exited") as "exited",
              sum("cells"."cards") as "cards",
              sum("cells"."redemptions") as "redemptions"
            from "cells"
            group by "cells"."cohort", "cells"."age"
          ) as "c"
            on (
              "s"."cohort" = "c"."cohort"
              and "s"."age" = "c"."age"
            )
      ) as "g"
      union all
      select
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
      having count(*) > 0
    ) as "t"
  ) as "r2"
  where cast(? as bigint) <= "r2"."age"
) as "r1"
group by 1
