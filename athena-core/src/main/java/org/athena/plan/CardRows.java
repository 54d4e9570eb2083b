package org.athena.plan;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.athena.breakage.ValueClass;
import org.athena.error.InvalidQuestionException;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.On;
import org.athena.model.Type;
import org.athena.sql.SqlTypes;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The rows of a card log that were known at the as-of, in the columns of {@link CardFields}. */
final class CardRows {

  /** How many rows have a code that has no kind. */
  static final String TIMES = "athena_times";

  private final Planning planning;
  private final CardLog cards;
  private final AsOf asOf;
  private final Table<?> from;
  private final Fields fields;

  CardRows(Planning planning, CardLog cards, AsOf asOf) {
    this.planning = planning;
    this.cards = cards;
    this.asOf = asOf;
    if (asOf.knownAt() != null && cards.role(Role.KNOWN_AT).isEmpty()) {
      throw new InvalidQuestionException(
          "Cannot ask about %s as known at %s: no column plays the role KNOWN_AT. Give knownAt(column)."
              .formatted(cards.events().name(), asOf.knownAt()));
    }
    Source events =
        new RelationPlanner(planning).source(cards.events(), RelationPlanner.Problems.KEPT);
    Table<?> joined = events.table();
    List<Source> sources = new ArrayList<>(List.of(events));
    for (CardLog.Attributes attributes : cards.attributes()) {
      Source more = planning.source(attributes.relation());
      joined = joined.leftJoin(more.table()).on(matches(attributes, sources, more));
      sources.add(more);
      AttributeGuard.add(planning, attributes);
    }
    this.from = joined;
    this.fields = new Fields(sources);
  }

  /** Every row that was known, with the segment columns given and the reason if it has one. */
  Select<?> all(List<Column<?>> segments) {
    Field<String> reason = reason(fields, at(fields));
    return DSL.select(columns(segments, reason, true)).from(from).where(known(fields));
  }

  /**
   * The rows that are not set aside: found by conditions, which cost less than telling reasons.
   *
   * @param segments the segment columns
   * @param compared whether rows are told apart by their content
   */
  Select<?> usable(List<Column<?>> segments, boolean compared) {
    return DSL.select(columns(segments, castNull(SQLDataType.VARCHAR), compared))
        .from(from)
        .where(known(fields))
        .and(isUsable());
  }

  /**
   * The ids that more than one of the usable rows have.
   *
   * @param name the name of their column
   */
  Select<?> repeatedIds(String name) {
    Field<String> id = fields.role(Role.EVENT_ID, Type.STRING);
    return DSL.select(id.as(DSL.name(name)))
        .from(from)
        .where(known(fields))
        .and(isUsable())
        .and(id.isNotNull())
        .groupBy(id)
        .having(DSL.field("count(*)", SQLDataType.BIGINT).gt(inline(1L)));
  }

  /**
   * The codes of rows that are set aside for want of a kind, and how many rows. What else such rows
   * need is counted instead of filtered: a filter on the code alone lets an engine pass over what
   * has none of them, often without reading the other columns.
   */
  Select<?> unmapped() {
    return TrianglePlanner.unionAll(unmapped(isMapped().not()), unmapped(fields.code().isNull()));
  }

  private Select<?> unmapped(Condition without) {
    Field<BigDecimal> times =
        sum(DSL.when(known(fields).and(isComplete()), inline(1)).otherwise(inline(0)));
    return DSL.select(fields.code().as(CardFields.CODE), times.cast(SQLDataType.BIGINT).as(TIMES))
        .from(from)
        .where(without)
        .groupBy(fields.code())
        .having(times.gt(inline(BigDecimal.ZERO)));
  }

  private Condition isUsable() {
    Condition usable = isComplete();
    if (cards.kinds().code() != null) {
      usable = usable.and(isMapped());
    }
    if (cards.role(Role.VALUE_CLASS).isPresent()) {
      usable = usable.and(valueClass(fields).isNotNull());
    }
    if (cards.rules().sign() == CardLog.Sign.MAGNITUDE) {
      Field<BigDecimal> amount = fields.role(Role.AMOUNT, cards.money());
      Condition magnitude = amount.ge(inline(BigDecimal.ZERO));
      boolean anySigned =
          cards.kinds().all() == EventKind.ADJUST
              || cards.kinds().byCode().containsValue(EventKind.ADJUST);
      usable =
          usable.and(
              anySigned
                  ? magnitude.or(CardFields.codeIs(cards, fields.code(), EventKind::signed))
                  : magnitude);
    }
    return usable;
  }

  /** Whether the row could be read and has a card, an amount and a time. */
  private Condition isComplete() {
    Condition complete =
        fields
            .isRead()
            .and(fields.role(Role.AMOUNT, cards.money()).isNotNull())
            .and(at(fields).isNotNull());
    return cards.role(Role.CARD).isPresent()
        ? complete.and(fields.role(Role.CARD, Type.STRING).isNotNull())
        : complete;
  }

  private Condition isMapped() {
    return CardFields.codeIs(cards, fields.code(), kind -> true);
  }

  private Condition matches(CardLog.Attributes attributes, List<Source> sources, Source more) {
    Condition all = DSL.noCondition();
    for (On<?> pair : attributes.on()) {
      all = all.and(equal(pair, sources, more));
    }
    return all;
  }

  private <T> Condition equal(On<T> pair, List<Source> sources, Source more) {
    return new Fields(sources).col(pair.left()).eq(more.col(pair.right()));
  }

  /** Where each column of the joined rows is found: the events first, then the attributes. */
  private final class Fields {
    private final List<Source> sources;

    Fields(List<Source> sources) {
      this.sources = sources;
    }

    <T> Field<T> col(Column<T> column) {
      if (cards.events().has(column)) {
        return sources.get(0).col(column);
      }
      for (int i = 1; i < sources.size(); i++) {
        if (cards.attributes().get(i - 1).relation().has(column)) {
          return sources.get(i).col(column);
        }
      }
      throw new IllegalStateException(column.name());
    }

    @SuppressWarnings("unchecked")
    <T> Field<T> role(Role role, Type<T> type) {
      return cards
          .role(role)
          .<Field<T>>map(column -> (Field<T>) col(column))
          .orElseGet(() -> (Field<T>) castNull(SqlTypes.of(type)));
    }

    @SuppressWarnings("unchecked")
    Field<LocalDateTime> time(Role role) {
      return (Field<LocalDateTime>) (Field<?>) role(role, Type.LOCAL_TIMESTAMP);
    }

    Field<String> code() {
      return cards.kinds().code() == null
          ? castNull(SQLDataType.VARCHAR)
          : col(cards.kinds().code());
    }

    Field<String> problem() {
      return sources.get(0).problem();
    }

    /** Whether a row could be read, which only files leave open. */
    Condition isRead() {
      return sources.get(0).hasProblems() ? problem().isNull() : DSL.noCondition();
    }
  }

  private List<Field<?>> columns(List<Column<?>> segments, Field<String> reason, boolean compared) {
    Fields f = fields;
    Field<LocalDateTime> at = at(f);
    List<Field<?>> columns = new ArrayList<>();
    columns.add(f.role(Role.CARD, Type.STRING).as(CardFields.CARD));
    columns.add(f.role(Role.EVENT_ID, Type.STRING).as(CardFields.EVENT_ID));
    columns.add(f.code().as(CardFields.CODE));
    columns.add(f.role(Role.AMOUNT, cards.money()).as(CardFields.AMOUNT));
    columns.add(f.role(Role.CURRENCY, Type.STRING).as(CardFields.CURRENCY));
    columns.add(at.as(CardFields.AT));
    columns.add(day(f).as(CardFields.DAY));
    columns.add(knownAt(f, at).as(CardFields.KNOWN));
    columns.add(f.time(Role.KNOWN_AT).as(CardFields.RECORDED));
    columns.add(f.role(Role.EXPIRY, Type.DATE).as(CardFields.EXPIRY));
    columns.add(f.role(Role.REFERENCE, Type.STRING).as(CardFields.REFERENCE));
    columns.add(valueClass(f).as(CardFields.VALUE_CLASS));
    columns.add(reason.as(CardFields.REASON));
    if (cards.role(Role.COUNTER_CARD).isPresent()) {
      columns.add(f.role(Role.COUNTER_CARD, Type.STRING).as(CardFields.COUNTER_CARD));
    }
    if (cards.role(Role.COHORT).isPresent()) {
      columns.add(f.role(Role.COHORT, Type.DATE).as(CardFields.COHORT));
      columns.add(counted(f, Role.EVENTS, DSL.trueCondition()).as(CardFields.EVENTS));
      columns.add(
          counted(f, Role.CARDS, CardFields.codeIs(cards, f.code(), k -> k == EventKind.ACTIVATE))
              .as(CardFields.CARDS));
    }
    for (Column<?> segment : segments) {
      columns.add(f.col(segment).as(CardFields.segment(segment)));
    }
    List<Column<?>> content = compared ? CardFields.content(cards) : List.of();
    for (int i = 0; i < content.size(); i++) {
      columns.add(f.col(content.get(i)).as(CardFields.contentName(i)));
    }
    return columns;
  }

  /** The instant, in UTC; a row with only a day is at its start. */
  private Field<LocalDateTime> at(Fields f) {
    Field<LocalDateTime> at = isLocal() ? utc(f.time(Role.AT)) : f.time(Role.AT);
    if (cards.role(Role.DAY).isEmpty()) {
      return at;
    }
    Field<LocalDateTime> start = utc(f.role(Role.DAY, Type.DATE).cast(SQLDataType.LOCALDATETIME));
    return cards.role(Role.AT).isEmpty() ? start : coalesce(at, start);
  }

  private Field<LocalDateTime> utc(Field<LocalDateTime> local) {
    return planning.terms().utcOfLocal(local, cards.rules().zone());
  }

  private boolean isLocal() {
    return cards.role(Role.AT).map(c -> c.type().kind() == Type.Kind.LOCAL_TIMESTAMP).orElse(false);
  }

  private Field<LocalDate> day(Fields f) {
    Field<LocalDate> day = f.role(Role.DAY, Type.DATE);
    if (cards.role(Role.AT).isEmpty()) {
      return day;
    }
    Field<LocalDate> ofTime =
        isLocal()
            ? planning.terms().dayOfLocal(f.time(Role.AT))
            : planning.terms().dayOf(f.time(Role.AT), cards.rules().zone());
    return cards.role(Role.DAY).isEmpty() ? ofTime : coalesce(day, ofTime);
  }

  private Field<LocalDateTime> knownAt(Fields f, Field<LocalDateTime> at) {
    return cards.role(Role.KNOWN_AT).isEmpty() ? at : coalesce(f.time(Role.KNOWN_AT), at);
  }

  /** A row without any time cannot be told to have been unknown: it stays, to be set aside. */
  private Condition known(Fields f) {
    Instant knownAt = asOf.knownAt();
    if (knownAt == null) {
      return DSL.noCondition();
    }
    Field<LocalDateTime> known = knownAt(f, at(f));
    return known.le(val(ExprLowering.utc(knownAt))).or(known.isNull());
  }

  /** The count that an aggregate tells; else 1 for each row that meets a condition. */
  private Field<Long> counted(Fields f, Role role, Condition one) {
    return cards.role(role).isPresent()
        ? f.role(role, Type.INTEGER)
        : when(one, inline(1L)).otherwise(inline(0L));
  }

  private Field<String> valueClass(Fields f) {
    if (cards.role(Role.VALUE_CLASS).isEmpty()) {
      return inline(ValueClass.PAID.name());
    }
    Field<String> code = f.role(Role.VALUE_CLASS, Type.STRING);
    CaseConditionStep<String> cases = when(code.isNull(), inline(ValueClass.PAID.name()));
    for (Map.Entry<String, ValueClass> entry : CardFields.sorted(cards.rules().classes())) {
      cases = cases.when(code.eq(inline(entry.getKey())), inline(entry.getValue().name()));
    }
    return cases.otherwise(castNull(SQLDataType.VARCHAR));
  }

  private Condition cardIsMissing(Fields f) {
    return cards.role(Role.CARD).isPresent()
        ? f.role(Role.CARD, Type.STRING).isNull()
        : DSL.falseCondition();
  }

  /** Why a row is set aside; the first reason that holds; null for a row that can be used. */
  private Field<String> reason(Fields f, Field<LocalDateTime> at) {
    Field<BigDecimal> amount = f.role(Role.AMOUNT, cards.money());
    CaseConditionStep<String> cases =
        when(f.problem().isNotNull(), DSL.concat(inline("unreadable: "), f.problem()))
            .when(cardIsMissing(f), inline("card is missing"))
            .when(amount.isNull(), inline("amount is missing"))
            .when(at.isNull(), inline("time is missing"));
    if (cards.kinds().code() != null) {
      Condition mapped = CardFields.codeIs(cards, f.code(), kind -> true);
      cases = cases.when(DSL.not(mapped).or(f.code().isNull()), inline(CardFields.UNMAPPED));
    }
    if (cards.role(Role.VALUE_CLASS).isPresent()) {
      cases = cases.when(valueClass(f).isNull(), inline("value class without meaning"));
    }
    if (cards.rules().sign() == CardLog.Sign.MAGNITUDE) {
      Condition signed = CardFields.codeIs(cards, f.code(), EventKind::signed);
      cases =
          cases.when(
              amount.lt(inline(BigDecimal.ZERO)).and(DSL.not(signed)),
              inline("amount is negative"));
    }
    return cases.otherwise(castNull(SQLDataType.VARCHAR));
  }
}
