-- audit: rows judged in one pass, flags by windows over card and currency
with
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
        "u".*,
        case
          when case
            when "u"."c_reason" is null then "u"."c_event_id"
          end is null then 1
          else row_number() over (
            partition by
              case
                when "u"."c_reason" is null then "u"."c_event_id"
              end,
              case
                when case
                  when "u"."c_reason" is null then "u"."c_event_id"
                end is null then "u"."c_card"
              end
            order by
              "u"."c_known" desc nulls last,
              "u"."c_at" desc nulls last,
              cast("u"."t_0" as varchar) desc nulls last,
              cast("u"."t_1" as varchar) desc nulls last,
              cast("u"."t_2" as varchar) desc nulls last,
              cast("u"."t_3" as varchar) desc nulls last,
              cast("u"."t_4" as varchar) desc nulls last,
              cast("u"."t_5" as varchar) desc nulls last,
              "u"."c_copy" asc
          )
        end "c_number"
      from (
        select
          "u".*,
          case
            when case
              when "u"."c_reason" is null then "u"."c_event_id"
            end is null then 1
            else row_number() over (
              partition by
                case
                  when "u"."c_reason" is null then "u"."c_event_id"
                end,
                case
                  when case
                    when "u"."c_reason" is null then "u"."c_event_id"
                  end is null then "u"."c_card"
                end,
                cast("u"."t_0" as varchar),
                cast("u"."t_1" as varchar),
                cast("u"."t_2" as varchar),
                cast("u"."t_3" as varchar),
                cast("u"."t_4" as varchar),
                cast("u"."t_5" as varchar)
              order by "u"."c_known" desc nulls last
            )
          end "c_copy"
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
      ) "u"
    ) "j"
  ),
  "flagged" as (
    select
      "p".*,
      (
        "p"."c_disposition" = 'USED'
        and not ("p"."c_at" < ?)
      ) "f_future_dated",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < ?
        and "p"."c_code" in ('R')
        and "p"."c_at" < "p"."c_activated"
      ) "f_redemption_before_issue",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < ?
        and "p"."c_activated" is null
      ) "f_orphan",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < ?
        and "p"."c_running" < 0
        and case
          when "p"."c_code" in ('I') then "p"."c_amount"
          when "p"."c_code" in ('R') then -"p"."c_amount"
          else 0.00
        end < 0
      ) "f_overdraft",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < ?
        and "p"."c_code" in ('R')
        and "p"."c_day" > "p"."c_expiry"
      ) "f_after_expiry",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) "f_void_without_reference",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < ?
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
              and "judged"."c_at" < ?
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
              and "judged"."c_at" < ?
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where true), chr(10)) "samples_all",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_future_dated")), chr(10)) "samples_FUTURE_DATED",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_redemption_before_issue")), chr(10)) "samples_REDEMPTION_BEFORE_ISSUE",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_orphan")), chr(10)) "samples_ORPHAN",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_overdraft")), chr(10)) "samples_OVERDRAFT",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_after_expiry")), chr(10)) "samples_AFTER_EXPIRY",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_void_without_reference")), chr(10)) "samples_VOID_WITHOUT_REFERENCE",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_recorded_before_event")), chr(10)) "samples_RECORDED_BEFORE_EVENT",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_activated_again")), chr(10)) "samples_ACTIVATED_AGAIN",
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where ("f_transfer_onto_activated")), chr(10)) "samples_TRANSFER_ONTO_ACTIVATED"
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
      array_join(min(coalesce("flagged"."c_event_id", "flagged"."c_card"), 5) filter (where true), chr(10)) "samples_all"
    from "flagged"
    where (
      "flagged"."c_disposition" = 'USED'
      and "flagged"."c_at" < ?
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
    "v"."section",
    "v"."name",
    "v"."detail",
    "v"."rows",
    "v"."amount",
    "v"."samples"
  from "tally"
    cross join unnest(array[
      row(
        'DISPOSITION',
        "tally"."c_disposition",
        "tally"."c_reason",
        "tally"."rows_all",
        "tally"."amount_all",
        "tally"."samples_all"
      ),
      row(
        'FLAG',
        'FUTURE_DATED',
        cast(null as varchar),
        "tally"."rows_FUTURE_DATED",
        "tally"."amount_FUTURE_DATED",
        "tally"."samples_FUTURE_DATED"
      ),
      row(
        'FLAG',
        'REDEMPTION_BEFORE_ISSUE',
        cast(null as varchar),
        "tally"."rows_REDEMPTION_BEFORE_ISSUE",
        "tally"."amount_REDEMPTION_BEFORE_ISSUE",
        "tally"."samples_REDEMPTION_BEFORE_ISSUE"
      ),
      row(
        'FLAG',
        'ORPHAN',
        cast(null as varchar),
        "tally"."rows_ORPHAN",
        "tally"."amount_ORPHAN",
        "tally"."samples_ORPHAN"
      ),
      row(
        'FLAG',
        'OVERDRAFT',
        cast(null as varchar),
        "tally"."rows_OVERDRAFT",
        "tally"."amount_OVERDRAFT",
        "tally"."samples_OVERDRAFT"
      ),
      row(
        'FLAG',
        'AFTER_EXPIRY',
        cast(null as varchar),
        "tally"."rows_AFTER_EXPIRY",
        "tally"."amount_AFTER_EXPIRY",
        "tally"."samples_AFTER_EXPIRY"
      ),
      row(
        'FLAG',
        'VOID_WITHOUT_REFERENCE',
        cast(null as varchar),
        "tally"."rows_VOID_WITHOUT_REFERENCE",
        "tally"."amount_VOID_WITHOUT_REFERENCE",
        "tally"."samples_VOID_WITHOUT_REFERENCE"
      ),
      row(
        'FLAG',
        'RECORDED_BEFORE_EVENT',
        cast(null as varchar),
        "tally"."rows_RECORDED_BEFORE_EVENT",
        "tally"."amount_RECORDED_BEFORE_EVENT",
        "tally"."samples_RECORDED_BEFORE_EVENT"
      ),
      row(
        'FLAG',
        'ACTIVATED_AGAIN',
        cast(null as varchar),
        "tally"."rows_ACTIVATED_AGAIN",
        "tally"."amount_ACTIVATED_AGAIN",
        "tally"."samples_ACTIVATED_AGAIN"
      ),
      row(
        'FLAG',
        'TRANSFER_ONTO_ACTIVATED',
        cast(null as varchar),
        "tally"."rows_TRANSFER_ONTO_ACTIVATED",
        "tally"."amount_TRANSFER_ONTO_ACTIVATED",
        "tally"."samples_TRANSFER_ONTO_ACTIVATED"
      )
    ]) as "v" (
      "section",
      "name",
      "detail",
      "rows",
      "amount",
      "samples"
    )
  where "v"."rows" > 0
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
    when "l"."section" = ? then 1
    when "l"."section" = ? then 2
    else 3
  end asc,
  "l"."name" asc,
  "l"."detail" asc nulls first
