-- audit: rows judged in one pass, flags by windows over card and currency
-- versions of an event: ids that occur again, then row_number over their rows
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
  "judged" as (
    select
      *,
      case
        when "j"."c_reason" is not null then 'SET_ASIDE'
        when "j"."c_number" = 1 then 'USED'
        when "j"."c_copy" > 1 then 'DUPLICATE'
        else 'SUPERSEDED'
      end as "c_disposition"
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
        end as "t_5",
        1 as "c_copy",
        1 as "c_number"
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
          case
            when cast(null as varchar(65535)) is not null then ('unreadable: ' || cast(null as varchar(65535)))
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
            else cast(null as varchar(65535))
          end as "c_reason",
          "r1"."card_id" as "t_0",
          "r1"."type" as "t_1",
          "r1"."amount" as "t_2",
          "r1"."at" as "t_3",
          "r1"."expires" as "t_4",
          "r1"."program" as "t_5"
        from "card_log" as "r1"
      ) as "u"
        left outer join "repeated2" as "d"
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
              case when "w"."c_known" is null then 1 else 0 end, "w"."c_known" desc,
              case when "w"."c_at" is null then 1 else 0 end, "w"."c_at" desc,
              case when cast("w"."t_0" as varchar(65535)) is null then 1 else 0 end, cast("w"."t_0" as varchar(65535)) desc,
              case when cast("w"."t_1" as varchar(65535)) is null then 1 else 0 end, cast("w"."t_1" as varchar(65535)) desc,
              case when cast("w"."t_2" as varchar(65535)) is null then 1 else 0 end, cast("w"."t_2" as varchar(65535)) desc,
              case when rtrim(rtrim(to_char("w"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.') is null then 1 else 0 end, rtrim(rtrim(to_char("w"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.') desc,
              case when to_char("w"."t_4", 'YYYY-MM-DD') is null then 1 else 0 end, to_char("w"."t_4", 'YYYY-MM-DD') desc,
              case when cast("w"."t_5" as varchar(65535)) is null then 1 else 0 end, cast("w"."t_5" as varchar(65535)) desc,
              "w"."c_copy" asc
          )
          as bigint
        ) as "c_number"
      from (
        select
          "v".*,
          cast(
            row_number() over (
              partition by
                "v"."c_event_id",
                cast("v"."t_0" as varchar(65535)),
                cast("v"."t_1" as varchar(65535)),
                cast("v"."t_2" as varchar(65535)),
                rtrim(rtrim(to_char("v"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.'),
                to_char("v"."t_4", 'YYYY-MM-DD'),
                cast("v"."t_5" as varchar(65535))
              order by case when "v"."c_known" is null then 1 else 0 end, "v"."c_known" desc
            )
            as bigint
          ) as "c_copy"
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
      ) as "w"
    ) as "j"
  ),
  "flagged" as (
    select
      "p".*,
      (
        "p"."c_disposition" = 'USED'
        and not ("p"."c_at" < cast(? as timestamp))
      ) as "f_future_dated",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp)
        and "p"."c_code" in ('R')
        and "p"."c_at" < "p"."c_activated"
      ) as "f_redemption_before_issue",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp)
        and "p"."c_activated" is null
      ) as "f_orphan",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp)
        and "p"."c_running" < 0
        and case
          when "p"."c_code" in ('I') then "p"."c_amount"
          when "p"."c_code" in ('R') then -"p"."c_amount"
          else 0.00
        end < 0
      ) as "f_overdraft",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp)
        and "p"."c_code" in ('R')
        and "p"."c_day" > "p"."c_expiry"
      ) as "f_after_expiry",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) as "f_void_without_reference",
      (
        "p"."c_disposition" = 'USED'
        and "p"."c_at" < cast(? as timestamp)
        and "p"."c_recorded" < "p"."c_at"
      ) as "f_recorded_before_event",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) as "f_activated_again",
      (
        "p"."c_disposition" = 'USED'
        and false
      ) as "f_transfer_onto_activated"
    from (
      select
        "judged".*,
        sum(
          case
            when (
              "judged"."c_disposition" = 'USED'
              and "judged"."c_at" < cast(? as timestamp)
            ) then case
              when "judged"."c_code" in ('I') then "judged"."c_amount"
              when "judged"."c_code" in ('R') then -"judged"."c_amount"
              else 0.00
            end
          end
        ) over (
          partition by "judged"."c_card", "judged"."c_currency"
          order by
            "judged"."c_at" asc,
            case
              when "judged"."c_code" in ('R') then 3
              else case
                when "judged"."c_code" in ('I') then 0
                else cast(null as int)
              end
            end asc,
            case when "judged"."c_event_id" is null then 0 else 1 end, "judged"."c_event_id" asc,
            case when case
              when "judged"."c_event_id" is null then cast("judged"."t_0" as varchar(65535))
            end is null then 0 else 1 end, case
              when "judged"."c_event_id" is null then cast("judged"."t_0" as varchar(65535))
            end asc,
            case when case
              when "judged"."c_event_id" is null then cast("judged"."t_1" as varchar(65535))
            end is null then 0 else 1 end, case
              when "judged"."c_event_id" is null then cast("judged"."t_1" as varchar(65535))
            end asc,
            case when case
              when "judged"."c_event_id" is null then cast("judged"."t_2" as varchar(65535))
            end is null then 0 else 1 end, case
              when "judged"."c_event_id" is null then cast("judged"."t_2" as varchar(65535))
            end asc,
            case when case
              when "judged"."c_event_id" is null then rtrim(rtrim(to_char("judged"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.')
            end is null then 0 else 1 end, case
              when "judged"."c_event_id" is null then rtrim(rtrim(to_char("judged"."t_3", 'YYYY-MM-DD HH24:MI:SS.US'), '0'), '.')
            end asc,
            case when case
              when "judged"."c_event_id" is null then to_char("judged"."t_4", 'YYYY-MM-DD')
            end is null then 0 else 1 end, case
              when "judged"."c_event_id" is null then to_char("judged"."t_4", 'YYYY-MM-DD')
            end asc,
            case when case
              when "judged"."c_event_id" is null then cast("judged"."t_5" as varchar(65535))
            end is null then 0 else 1 end, case
              when "judged"."c_event_id" is null then cast("judged"."t_5" as varchar(65535))
            end asc
          rows between unbounded preceding and current row
        ) as "c_running",
        min(
          case
            when (
              "judged"."c_disposition" = 'USED'
              and "judged"."c_at" < cast(? as timestamp)
              and "judged"."c_code" in ('I')
            ) then "judged"."c_at"
          end
        ) over (partition by "judged"."c_card") as "c_activated"
      from "judged"
    ) as "p"
  ),
  "tally" as (
    select
      "flagged"."c_disposition",
      "flagged"."c_reason",
      "flagged"."c_currency",
      count(case
        when true then 1
      end) as "rows_all",
      cast(
        sum(
          case
            when true then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_all",
      max(
        case
          when (
            true
            and "flagged"."place_all" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_all",
      count(case
        when ("f_future_dated") then 1
      end) as "rows_FUTURE_DATED",
      cast(
        sum(
          case
            when ("f_future_dated") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_FUTURE_DATED",
      max(
        case
          when (
            ("f_future_dated")
            and "flagged"."place_FUTURE_DATED" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_future_dated")
            and "flagged"."place_FUTURE_DATED" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_future_dated")
            and "flagged"."place_FUTURE_DATED" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_future_dated")
            and "flagged"."place_FUTURE_DATED" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_future_dated")
            and "flagged"."place_FUTURE_DATED" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_FUTURE_DATED",
      count(case
        when ("f_redemption_before_issue") then 1
      end) as "rows_REDEMPTION_BEFORE_ISSUE",
      cast(
        sum(
          case
            when ("f_redemption_before_issue") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_REDEMPTION_BEFORE_ISSUE",
      max(
        case
          when (
            ("f_redemption_before_issue")
            and "flagged"."place_REDEMPTION_BEFORE_ISSUE" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_redemption_before_issue")
            and "flagged"."place_REDEMPTION_BEFORE_ISSUE" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_redemption_before_issue")
            and "flagged"."place_REDEMPTION_BEFORE_ISSUE" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_redemption_before_issue")
            and "flagged"."place_REDEMPTION_BEFORE_ISSUE" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_redemption_before_issue")
            and "flagged"."place_REDEMPTION_BEFORE_ISSUE" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_REDEMPTION_BEFORE_ISSUE",
      count(case
        when ("f_orphan") then 1
      end) as "rows_ORPHAN",
      cast(
        sum(
          case
            when ("f_orphan") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_ORPHAN",
      max(
        case
          when (
            ("f_orphan")
            and "flagged"."place_ORPHAN" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_orphan")
            and "flagged"."place_ORPHAN" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_orphan")
            and "flagged"."place_ORPHAN" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_orphan")
            and "flagged"."place_ORPHAN" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_orphan")
            and "flagged"."place_ORPHAN" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_ORPHAN",
      count(case
        when ("f_overdraft") then 1
      end) as "rows_OVERDRAFT",
      cast(
        sum(
          case
            when ("f_overdraft") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_OVERDRAFT",
      max(
        case
          when (
            ("f_overdraft")
            and "flagged"."place_OVERDRAFT" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_overdraft")
            and "flagged"."place_OVERDRAFT" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_overdraft")
            and "flagged"."place_OVERDRAFT" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_overdraft")
            and "flagged"."place_OVERDRAFT" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_overdraft")
            and "flagged"."place_OVERDRAFT" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_OVERDRAFT",
      count(case
        when ("f_after_expiry") then 1
      end) as "rows_AFTER_EXPIRY",
      cast(
        sum(
          case
            when ("f_after_expiry") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_AFTER_EXPIRY",
      max(
        case
          when (
            ("f_after_expiry")
            and "flagged"."place_AFTER_EXPIRY" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_after_expiry")
            and "flagged"."place_AFTER_EXPIRY" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_after_expiry")
            and "flagged"."place_AFTER_EXPIRY" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_after_expiry")
            and "flagged"."place_AFTER_EXPIRY" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_after_expiry")
            and "flagged"."place_AFTER_EXPIRY" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_AFTER_EXPIRY",
      count(case
        when ("f_void_without_reference") then 1
      end) as "rows_VOID_WITHOUT_REFERENCE",
      cast(
        sum(
          case
            when ("f_void_without_reference") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_VOID_WITHOUT_REFERENCE",
      max(
        case
          when (
            ("f_void_without_reference")
            and "flagged"."place_VOID_WITHOUT_REFERENCE" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_void_without_reference")
            and "flagged"."place_VOID_WITHOUT_REFERENCE" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_void_without_reference")
            and "flagged"."place_VOID_WITHOUT_REFERENCE" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_void_without_reference")
            and "flagged"."place_VOID_WITHOUT_REFERENCE" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_void_without_reference")
            and "flagged"."place_VOID_WITHOUT_REFERENCE" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_VOID_WITHOUT_REFERENCE",
      count(case
        when ("f_recorded_before_event") then 1
      end) as "rows_RECORDED_BEFORE_EVENT",
      cast(
        sum(
          case
            when ("f_recorded_before_event") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_RECORDED_BEFORE_EVENT",
      max(
        case
          when (
            ("f_recorded_before_event")
            and "flagged"."place_RECORDED_BEFORE_EVENT" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_recorded_before_event")
            and "flagged"."place_RECORDED_BEFORE_EVENT" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_recorded_before_event")
            and "flagged"."place_RECORDED_BEFORE_EVENT" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_recorded_before_event")
            and "flagged"."place_RECORDED_BEFORE_EVENT" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_recorded_before_event")
            and "flagged"."place_RECORDED_BEFORE_EVENT" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_RECORDED_BEFORE_EVENT",
      count(case
        when ("f_activated_again") then 1
      end) as "rows_ACTIVATED_AGAIN",
      cast(
        sum(
          case
            when ("f_activated_again") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_ACTIVATED_AGAIN",
      max(
        case
          when (
            ("f_activated_again")
            and "flagged"."place_ACTIVATED_AGAIN" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_activated_again")
            and "flagged"."place_ACTIVATED_AGAIN" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_activated_again")
            and "flagged"."place_ACTIVATED_AGAIN" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_activated_again")
            and "flagged"."place_ACTIVATED_AGAIN" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_activated_again")
            and "flagged"."place_ACTIVATED_AGAIN" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_ACTIVATED_AGAIN",
      count(case
        when ("f_transfer_onto_activated") then 1
      end) as "rows_TRANSFER_ONTO_ACTIVATED",
      cast(
        sum(
          case
            when ("f_transfer_onto_activated") then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_TRANSFER_ONTO_ACTIVATED",
      max(
        case
          when (
            ("f_transfer_onto_activated")
            and "flagged"."place_TRANSFER_ONTO_ACTIVATED" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            ("f_transfer_onto_activated")
            and "flagged"."place_TRANSFER_ONTO_ACTIVATED" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_transfer_onto_activated")
            and "flagged"."place_TRANSFER_ONTO_ACTIVATED" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_transfer_onto_activated")
            and "flagged"."place_TRANSFER_ONTO_ACTIVATED" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            ("f_transfer_onto_activated")
            and "flagged"."place_TRANSFER_ONTO_ACTIVATED" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_TRANSFER_ONTO_ACTIVATED"
    from (
      select
        "flagged".*,
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when true then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_all",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_future_dated") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_FUTURE_DATED",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_redemption_before_issue") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_REDEMPTION_BEFORE_ISSUE",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_orphan") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_ORPHAN",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_overdraft") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_OVERDRAFT",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_after_expiry") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_AFTER_EXPIRY",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_void_without_reference") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_VOID_WITHOUT_REFERENCE",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_recorded_before_event") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_RECORDED_BEFORE_EVENT",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_activated_again") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_ACTIVATED_AGAIN",
        row_number() over (partition by 
          "flagged"."c_disposition",
          "flagged"."c_reason",
          "flagged"."c_currency",
          case
            when ("f_transfer_onto_activated") then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_TRANSFER_ONTO_ACTIVATED"
      from "flagged"
    ) as "flagged"
    group by "flagged"."c_disposition", "flagged"."c_reason", "flagged"."c_currency"
  ),
  "by_kind" as (
    select
      case
        when "flagged"."c_code" in ('R') then 'REDEEM'
        else case
          when "flagged"."c_code" in ('I') then 'ACTIVATE'
          else cast(null as varchar(65535))
        end
      end as "c_kind",
      "flagged"."c_currency",
      count(case
        when true then 1
      end) as "rows_all",
      cast(
        sum(
          case
            when true then coalesce("flagged"."c_amount", 0)
            else 0
          end
        )
        as decimal(38, 2)
      ) as "amount_all",
      max(
        case
          when (
            true
            and "flagged"."place_all" = 1
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ) || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 2
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 3
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 4
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') || coalesce(chr(10) || max(
        case
          when (
            true
            and "flagged"."place_all" = 5
          ) then coalesce("flagged"."c_event_id", "flagged"."c_card")
        end
      ), '') as "samples_all"
    from (
      select
        "flagged".*,
        row_number() over (partition by 
          case
            when "flagged"."c_code" in ('R') then 'REDEEM'
            else case
              when "flagged"."c_code" in ('I') then 'ACTIVATE'
              else cast(null as varchar(65535))
            end
          end,
          "flagged"."c_currency",
          case
            when (
              "flagged"."c_disposition" = 'USED'
              and "flagged"."c_at" < cast(? as timestamp)
            ) then 1
            else 0
          end
         order by coalesce("flagged"."c_event_id", "flagged"."c_card")) as "place_all"
      from "flagged"
    ) as "flagged"
    where (
      "flagged"."c_disposition" = 'USED'
      and "flagged"."c_at" < cast(? as timestamp)
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
    'DISPOSITION' as "section",
    "tally"."c_disposition" as "name",
    "tally"."c_reason" as "detail",
    "tally"."rows_all" as "rows",
    "tally"."amount_all" as "amount",
    "tally"."samples_all" as "samples"
  from "tally"
  where "tally"."rows_all" > 0
  union all
  select
    'FLAG' as "section",
    'FUTURE_DATED' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_FUTURE_DATED" as "rows",
    "tally"."amount_FUTURE_DATED" as "amount",
    "tally"."samples_FUTURE_DATED" as "samples"
  from "tally"
  where "tally"."rows_FUTURE_DATED" > 0
  union all
  select
    'FLAG' as "section",
    'REDEMPTION_BEFORE_ISSUE' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_REDEMPTION_BEFORE_ISSUE" as "rows",
    "tally"."amount_REDEMPTION_BEFORE_ISSUE" as "amount",
    "tally"."samples_REDEMPTION_BEFORE_ISSUE" as "samples"
  from "tally"
  where "tally"."rows_REDEMPTION_BEFORE_ISSUE" > 0
  union all
  select
    'FLAG' as "section",
    'ORPHAN' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_ORPHAN" as "rows",
    "tally"."amount_ORPHAN" as "amount",
    "tally"."samples_ORPHAN" as "samples"
  from "tally"
  where "tally"."rows_ORPHAN" > 0
  union all
  select
    'FLAG' as "section",
    'OVERDRAFT' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_OVERDRAFT" as "rows",
    "tally"."amount_OVERDRAFT" as "amount",
    "tally"."samples_OVERDRAFT" as "samples"
  from "tally"
  where "tally"."rows_OVERDRAFT" > 0
  union all
  select
    'FLAG' as "section",
    'AFTER_EXPIRY' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_AFTER_EXPIRY" as "rows",
    "tally"."amount_AFTER_EXPIRY" as "amount",
    "tally"."samples_AFTER_EXPIRY" as "samples"
  from "tally"
  where "tally"."rows_AFTER_EXPIRY" > 0
  union all
  select
    'FLAG' as "section",
    'VOID_WITHOUT_REFERENCE' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_VOID_WITHOUT_REFERENCE" as "rows",
    "tally"."amount_VOID_WITHOUT_REFERENCE" as "amount",
    "tally"."samples_VOID_WITHOUT_REFERENCE" as "samples"
  from "tally"
  where "tally"."rows_VOID_WITHOUT_REFERENCE" > 0
  union all
  select
    'FLAG' as "section",
    'RECORDED_BEFORE_EVENT' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_RECORDED_BEFORE_EVENT" as "rows",
    "tally"."amount_RECORDED_BEFORE_EVENT" as "amount",
    "tally"."samples_RECORDED_BEFORE_EVENT" as "samples"
  from "tally"
  where "tally"."rows_RECORDED_BEFORE_EVENT" > 0
  union all
  select
    'FLAG' as "section",
    'ACTIVATED_AGAIN' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_ACTIVATED_AGAIN" as "rows",
    "tally"."amount_ACTIVATED_AGAIN" as "amount",
    "tally"."samples_ACTIVATED_AGAIN" as "samples"
  from "tally"
  where "tally"."rows_ACTIVATED_AGAIN" > 0
  union all
  select
    'FLAG' as "section",
    'TRANSFER_ONTO_ACTIVATED' as "name",
    cast(null as varchar(65535)) as "detail",
    "tally"."rows_TRANSFER_ONTO_ACTIVATED" as "rows",
    "tally"."amount_TRANSFER_ONTO_ACTIVATED" as "amount",
    "tally"."samples_TRANSFER_ONTO_ACTIVATED" as "samples"
  from "tally"
  where "tally"."rows_TRANSFER_ONTO_ACTIVATED" > 0
  union all
  select
    'KIND' as "section",
    "by_kind"."c_kind" as "name",
    cast(null as varchar(65535)) as "detail",
    "by_kind"."rows_all" as "rows",
    "by_kind"."amount_all" as "amount",
    "by_kind"."samples_all" as "samples"
  from "by_kind"
  where "by_kind"."rows_all" > 0
) as "l"
order by
  case
    when "l"."section" = cast(? as varchar(65535)) then 1
    when "l"."section" = cast(? as varchar(65535)) then 2
    else 3
  end asc,
  "l"."name" asc,
  "l"."detail" asc nulls first
