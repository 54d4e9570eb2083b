-- audit: rows judged in one pass, flags by windows over card and currency
-- versions of an event: ids that occur again, then row_number over their rows
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
  "judged" as (
    select
      *,
      case
        when "j"."c_reason" is not null then 'SET_ASIDE'
        when "j"."c_number" = 1 then 'USED'
        when "j"."c_copy" > 1 then 'DUPLICATE'
        else 'SUPERSEDED'
      end "c_disposition"
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
        end "t_5",
        1 "c_copy",
        1 "c_number"
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
          case
            when cast(null as varchar) is not null then ('unreadable: ' || cast(null as varchar))
            when "r1"."card_id" is null then 'card is missing'
            when "r1"."amount" is null then 'amount is missing'
            when "r1"."at" is null then 'time is missing'
            when (
              not ("r1"."type" in (
                'I', 'R'
              ))
              or "r1"."type" is null
            ) then 'code without mapping'
            when (
              "r1"."amount" < 0
              and not false
            ) then 'amount is negative'
            else cast(null as varchar)
          end "c_reason",
          "r1"."card_id" "t_0",
          "r1"."type" "t_1",
          "r1"."amount" "t_2",
          "r1"."at" "t_3",
          "r1"."expires" "t_4",
          "r1"."program" "t_5"
        from "card_log" "r1"
      ) "u"
        left outer join "repeated2" "d"
          on "u"."c_event_id" = "d"."c_id"
      where (
        "d"."c_id" is null
        or "u"."c_reason" is not null
      )
      union all
      select
        "w"."c_card",
        "w"."c_event_id",
        "w"."c_code",
        "w"."c_amount",
        "w"."c_currency",
        "w"."c_at",
        "w"."c_day",
        "w"."c_known",
        "w"."c_recorded",
        "w"."c_expiry",
        "w"."c_reference",
        "w"."c_class",
        "w"."c_reason",
        "w"."t_0",
        "w"."t_1",
        "w"."t_2",
        "w"."t_3",
        "w"."t_4",
        "w"."t_5",
        "w"."c_copy",
        cast(
          row_number() over (
            partition by "w"."c_event_id"
            order by
              "w"."c_known" desc nulls last,
              "w"."c_at" desc nulls last,
              cast("w"."t_0" as varchar) desc nulls last,
              cast("w"."t_1" as varchar) desc nulls last,
              cast("w"."t_2" as varchar) desc nulls last,
              cast("w"."t_3" as varchar) desc nulls last,
              cast("w"."t_4" as varchar) desc nulls last,
              cast("w"."t_5" as varchar) desc nulls last,
              "w"."c_copy" asc
          )
          as bigint
        ) "c_number"
      from (
        select
          "v".*,
          cast(
            row_number() over (
              partition by
                "v"."c_event_id",
                cast("v"."t_0" as varchar),
                cast("v"."t_1" as varchar),
                cast("v"."t_2" as varchar),
                cast("v"."t_3" as varchar),
                cast("v"."t_4" as varchar),
                cast("v"."t_5" as varchar)
              order by "v"."c_known" desc nulls last
            )
            as bigint
          ) "c_copy"
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
      ) "w"
    ) "j"
  ),
  "flagged" as (
    select
      "p".*,
      (
        "p"."c_disposition" = 'USED'
        and not ("p"."c_at" < cast(? as timestamp without time zone))
      ) "f_future_dated",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp without time zone)
        and "p"."c_code" in ('R')
        and "p"."c_at" < "p"."c_activated"
      ) "f_redemption_before_issue",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp without time zone)
        and "p"."c_activated" is null
      ) "f_orphan",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp without time zone)
        and "p"."c_running" < 0
        and case
          when "p"."c_code" in ('I') then "p"."c_amount"
          when "p"."c_code" in ('R') then -"p"."c_amount"
          else 0.00
        end < 0
      ) "f_overdraft",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp without time zone)
        and "p"."c_code" in ('R')
        and "p"."c_day" > "p"."c_expiry"
      ) "f_after_expiry",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) "f_void_without_reference",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp without time zone)
        and "p"."c_recorded" < "p"."c_at"
      ) "f_recorded_before_event",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) "f_activated_again",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) "f_transfer_onto_activated"
    from (
      select
        "judged".*,
        sum(
          case
            when (
              "judged"."c_disposition" = 'USED'
              and "judged"."c_at" < cast(? as timestamp without time zone)
            ) then case
              when "judged"."c_code" in ('I') then "judged"."c_amount"
              when "judged"."c_code" in ('R') then -"judged"."c_amount"
              else 0.00
            end
          end
        ) over (
          partition by "judged"."c_card", "judged"."c_currency"
          order by
            "judged"."c_at" asc nulls last,
            case
              when "judged"."c_code" in ('R') then 3
              else case
                when "judged"."c_code" in ('I') then 0
                else cast(null as int)
              end
            end asc nulls last,
            "judged"."c_event_id" asc nulls first,
            case
              when "judged"."c_event_id" is null then cast("judged"."t_0" as varchar)
            end asc nulls first,
            case
              when "judged"."c_event_id" is null then cast("judged"."t_1" as varchar)
            end asc nulls first,
            case
              when "judged"."c_event_id" is null then cast("judged"."t_2" as varchar)
            end asc nulls first,
            case
              when "judged"."c_event_id" is null then cast("judged"."t_3" as varchar)
            end asc nulls first,
            case
              when "judged"."c_event_id" is null then cast("judged"."t_4" as varchar)
            end asc nulls first,
            case
              when "judged"."c_event_id" is null then cast("judged"."t_5" as varchar)
            end asc nulls first
          rows between unbounded preceding and current row
        ) "c_running",
        min(
          case
            when (
              "judged"."c_disposition" = 'USED'
              and "judged"."c_at" < cast(? as timestamp without time zone)
              and "judged"."c_code" in ('I')
            ) then "judged"."c_at"
          end
        ) over (partition by "judged"."c_card") "c_activated"
      from "judged"
    ) "p"
  ),
  "tally" as (
    select
      "flagged"."c_disposition",
      "flagged"."c_reason",
      "flagged"."c_currency",
      count(case
        when true then 1
      end) "rows_all",
      cast(
        sum(
          case
            when true then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_all",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where true), chr(10)) "samples_all",
      count(case
        when ("f_future_dated") then 1
      end) "rows_FUTURE_DATED",
      cast(
        sum(
          case
            when ("f_future_dated") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_FUTURE_DATED",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_future_dated")), chr(10)) "samples_FUTURE_DATED",
      count(case
        when ("f_redemption_before_issue") then 1
      end) "rows_REDEMPTION_BEFORE_ISSUE",
      cast(
        sum(
          case
            when ("f_redemption_before_issue") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_REDEMPTION_BEFORE_ISSUE",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_redemption_before_issue")), chr(10)) "samples_REDEMPTION_BEFORE_ISSUE",
      count(case
        when ("f_orphan") then 1
      end) "rows_ORPHAN",
      cast(
        sum(
          case
            when ("f_orphan") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_ORPHAN",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_orphan")), chr(10)) "samples_ORPHAN",
      count(case
        when ("f_overdraft") then 1
      end) "rows_OVERDRAFT",
      cast(
        sum(
          case
            when ("f_overdraft") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_OVERDRAFT",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_overdraft")), chr(10)) "samples_OVERDRAFT",
      count(case
        when ("f_after_expiry") then 1
      end) "rows_AFTER_EXPIRY",
      cast(
        sum(
          case
            when ("f_after_expiry") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_AFTER_EXPIRY",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_after_expiry")), chr(10)) "samples_AFTER_EXPIRY",
      count(case
        when ("f_void_without_reference") then 1
      end) "rows_VOID_WITHOUT_REFERENCE",
      cast(
        sum(
          case
            when ("f_void_without_reference") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_VOID_WITHOUT_REFERENCE",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_void_without_reference")), chr(10)) "samples_VOID_WITHOUT_REFERENCE",
      count(case
        when ("f_recorded_before_event") then 1
      end) "rows_RECORDED_BEFORE_EVENT",
      cast(
        sum(
          case
            when ("f_recorded_before_event") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_RECORDED_BEFORE_EVENT",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_recorded_before_event")), chr(10)) "samples_RECORDED_BEFORE_EVENT",
      count(case
        when ("f_activated_again") then 1
      end) "rows_ACTIVATED_AGAIN",
      cast(
        sum(
          case
            when ("f_activated_again") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_ACTIVATED_AGAIN",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_activated_again")), chr(10)) "samples_ACTIVATED_AGAIN",
      count(case
        when ("f_transfer_onto_activated") then 1
      end) "rows_TRANSFER_ONTO_ACTIVATED",
      cast(
        sum(
          case
            when ("f_transfer_onto_activated") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_TRANSFER_ONTO_ACTIVATED",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_transfer_onto_activated")), chr(10)) "samples_TRANSFER_ONTO_ACTIVATED"
    from "flagged"
    group by "flagged"."c_disposition", "flagged"."c_reason", "flagged"."c_currency"
  ),
  "by_kind" as (
    select
      case
        when "flagged"."c_code" in ('R') then 'REDEEM'
        else case
          when "flagged"."c_code" in ('I') then 'ACTIVATE'
          else cast(null as varchar)
        end
      end "c_kind",
      "flagged"."c_currency",
      count(case
        when true then 1
      end) "rows_all",
      cast(
        sum(
          case
            when true then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) "amount_all",
      array_to_string(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where true), chr(10)) "samples_all"
    from "flagged"
    where (
      "flagged"."c_disposition" = 'USED'
      and "flagged"."c_at" < cast(? as timestamp without time zone)
    )
    group by 1, 2
  )
select
  "l"."section",
  "l"."name",
  "l"."detail",
  "l"."rows",
  "l"."amount",
  "l"."samples"
from (
  select
    'DISPOSITION' "section",
    "tally"."c_disposition" "name",
    "tally"."c_reason" "detail",
    "tally"."rows_all" "rows",
    "tally"."amount_all" "amount",
    "tally"."samples_all" "samples"
  from "tally"
  where "tally"."rows_all" > 0
  union all
  select
    'FLAG' "section",
    'FUTURE_DATED' "name",
    cast(null as varchar) "detail",
    "tally"."rows_FUTURE_DATED" "rows",
    "tally"."amount_FUTURE_DATED" "amount",
    "tally"."samples_FUTURE_DATED" "samples"
  from "tally"
  where "tally"."rows_FUTURE_DATED" > 0
  union all
  select
    'FLAG' "section",
    'REDEMPTION_BEFORE_ISSUE' "name",
    cast(null as varchar) "detail",
    "tally"."rows_REDEMPTION_BEFORE_ISSUE" "rows",
    "tally"."amount_REDEMPTION_BEFORE_ISSUE" "amount",
    "tally"."samples_REDEMPTION_BEFORE_ISSUE" "samples"
  from "tally"
  where "tally"."rows_REDEMPTION_BEFORE_ISSUE" > 0
  union all
  select
    'FLAG' "section",
    'ORPHAN' "name",
    cast(null as varchar) "detail",
    "tally"."rows_ORPHAN" "rows",
    "tally"."amount_ORPHAN" "amount",
    "tally"."samples_ORPHAN" "samples"
  from "tally"
  where "tally"."rows_ORPHAN" > 0
  union all
  select
    'FLAG' "section",
    'OVERDRAFT' "name",
    cast(null as varchar) "detail",
    "tally"."rows_OVERDRAFT" "rows",
    "tally"."amount_OVERDRAFT" "amount",
    "tally"."samples_OVERDRAFT" "samples"
  from "tally"
  where "tally"."rows_OVERDRAFT" > 0
  union all
  select
    'FLAG' "section",
    'AFTER_EXPIRY' "name",
    cast(null as varchar) "detail",
    "tally"."rows_AFTER_EXPIRY" "rows",
    "tally"."amount_AFTER_EXPIRY" "amount",
    "tally"."samples_AFTER_EXPIRY" "samples"
  from "tally"
  where "tally"."rows_AFTER_EXPIRY" > 0
  union all
  select
    'FLAG' "section",
    'VOID_WITHOUT_REFERENCE' "name",
    cast(null as varchar) "detail",
    "tally"."rows_VOID_WITHOUT_REFERENCE" "rows",
    "tally"."amount_VOID_WITHOUT_REFERENCE" "amount",
    "tally"."samples_VOID_WITHOUT_REFERENCE" "samples"
  from "tally"
  where "tally"."rows_VOID_WITHOUT_REFERENCE" > 0
  union all
  select
    'FLAG' "section",
    'RECORDED_BEFORE_EVENT' "name",
    cast(null as varchar) "detail",
    "tally"."rows_RECORDED_BEFORE_EVENT" "rows",
    "tally"."amount_RECORDED_BEFORE_EVENT" "amount",
    "tally"."samples_RECORDED_BEFORE_EVENT" "samples"
  from "tally"
  where "tally"."rows_RECORDED_BEFORE_EVENT" > 0
  union all
  select
    'FLAG' "section",
    'ACTIVATED_AGAIN' "name",
    cast(null as varchar) "detail",
    "tally"."rows_ACTIVATED_AGAIN" "rows",
    "tally"."amount_ACTIVATED_AGAIN" "amount",
    "tally"."samples_ACTIVATED_AGAIN" "samples"
  from "tally"
  where "tally"."rows_ACTIVATED_AGAIN" > 0
  union all
  select
    'FLAG' "section",
    'TRANSFER_ONTO_ACTIVATED' "name",
    cast(null as varchar) "detail",
    "tally"."rows_TRANSFER_ONTO_ACTIVATED" "rows",
    "tally"."amount_TRANSFER_ONTO_ACTIVATED" "amount",
    "tally"."samples_TRANSFER_ONTO_ACTIVATED" "samples"
  from "tally"
  where "tally"."rows_TRANSFER_ONTO_ACTIVATED" > 0
  union all
  select
    'KIND' "section",
    "by_kind"."c_kind" "name",
    cast(null as varchar) "detail",
    "by_kind"."rows_all" "rows",
    "by_kind"."amount_all" "amount",
    "by_kind"."samples_all" "samples"
  from "by_kind"
  where "by_kind"."rows_all" > 0
) "l"
order by
  case
    when "l"."section" = cast(? as varchar) then 1
    when "l"."section" = cast(? as varchar) then 2
    else 3
  end asc,
  "l"."name" asc,
  "l"."detail" asc nulls first
