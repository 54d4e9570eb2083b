-- cohorts: events hash-joined to the first activations of their cards
-- versions of an event: ids that occur again, then row_number over their rows
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
  "repeated2" as (
    select "r1"."event_id" as "c_id"
    from "card_log" as "r1"
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
      ) as "v"
        join "repeated2" as "d"
          on "v"."c_event_id" = "d"."c_id"
    ) as "n"
    where "n"."c_number" = 1
  ),
  "activations5" as (
    select
      "a"."c_card" as "c_card",
      any_value("a"."c_day") as "c_day",
      any_value("a"."c_day") as "c_cohort",
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
        left outer join "repeated2" as "d"
          on "u"."c_event_id" = "d"."c_id"
      where (
        "d"."c_id" is null
        and "u"."c_at" < cast(? as timestamp)
      )
      union all
      select *
      from "latest3" as "u"
      where "u"."c_at" < cast(? as timestamp)
    ) as "a"
    where "a"."c_code" in ('I')
    group by "a"."c_card"
  ),
  "activated4" as (
    select
      "m"."c_card" as "c_card",
      "m"."c_day" as "c_day",
      "m"."c_cohort" as "c_cohort",
      "m"."c_expiry" as "c_expiry",
      cast(null as varchar(65535)) as "c_currency",
      cast(null as varchar(65535)) as "c_code",
      cast(null as varchar(65535)) as "c_class",
      "m"."c_times"
    from "activations5" as "m"
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
        "a"."c_day" as "c_cohort",
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
          left outer join "repeated2" as "d"
            on "u"."c_event_id" = "d"."c_id"
        where (
          "d"."c_id" is null
          and "u"."c_at" < cast(? as timestamp)
        )
        union all
        select *
        from "latest3" as "u"
        where "u"."c_at" < cast(? as timestamp)
      ) as "a"
        join "activations5" as "m"
          on (
            "a"."c_card" = "m"."c_card"
            and "m"."c_times" > 1
          )
      where "a"."c_code" in ('I')
    ) as "b"
    where "b"."c_first" = 1
  )
select
  "e"."c_card" as "card",
  max("k"."c_day") as "cohort",
  max("e"."c_day") as "last_event",
  cast(
    sum(
      case
        when "e"."c_code" in ('I') then "e"."c_amount"
        when false then -"e"."c_amount"
        else 0.00
      end
    )
    as decimal(38, 2)
  ) as "issued",
  cast(
    sum(
      case
        when "e"."c_code" in ('R') then "e"."c_amount"
        when false then -"e"."c_amount"
        else 0.00
      end
    )
    as decimal(38, 2)
  ) as "redeemed",
  cast(
    sum(
      case
        when false then "e"."c_amount"
        when false then -"e"."c_amount"
        else 0.00
      end
    )
    as decimal(38, 2)
  ) as "exited",
  cast(
    sum(
      case
        when "e"."c_code" in ('I') then "e"."c_amount"
        when "e"."c_code" in ('R') then -"e"."c_amount"
        else 0.00
      end
    )
    as decimal(38, 2)
  ) as "balance"
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
    left outer join "repeated2" as "d"
      on "u"."c_event_id" = "d"."c_id"
  where (
    "d"."c_id" is null
    and "u"."c_at" < cast(? as timestamp)
  )
  union all
  select *
  from "latest3" as "u"
  where "u"."c_at" < cast(? as timestamp)
) as "e"
  left outer join "activated4" as "k"
    on "e"."c_card" = "k"."c_card"
group by "e"."c_card"
