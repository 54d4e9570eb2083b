package org.athena.plan;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.Role;
import org.athena.model.Column;
import org.athena.sql.SqlTypes;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The columns in which the rows of any card log are planned, and what its codes do to value.
 *
 * @param cards the log
 * @param alias the table in which the columns are
 */
record CardFields(CardLog cards, String alias) {

  static final String CARD = "c_card";
  static final String EVENT_ID = "c_event_id";
  static final String CODE = "c_code";
  static final String AMOUNT = "c_amount";
  static final String CURRENCY = "c_currency";
  static final String AT = "c_at";
  static final String DAY = "c_day";
  static final String KNOWN = "c_known";
  static final String RECORDED = "c_recorded";
  static final String EXPIRY = "c_expiry";
  static final String REFERENCE = "c_reference";
  static final String COUNTER_CARD = "c_counter_card";
  static final String VALUE_CLASS = "c_class";
  static final String REASON = "c_reason";
  static final String COHORT = "c_cohort";
  static final String EVENTS = "c_events";
  static final String CARDS = "c_cards";

  /** The reason of rows whose code has no kind. */
  static final String UNMAPPED = "code without mapping";

  /** The name of a segment column among these. */
  static Name segment(Column<?> column) {
    return name("s_" + column.name());
  }

  /** The name of the i-th column of the content that tells versions of an event apart. */
  static String contentName(int i) {
    return "t_" + i;
  }

  /** What makes two rows of one event the same: all columns but its id and when it was learned. */
  static List<Column<?>> content(CardLog cards) {
    List<Column<?>> content = new ArrayList<>(cards.events().columns());
    cards.role(Role.EVENT_ID).ifPresent(content::remove);
    cards.role(Role.KNOWN_AT).ifPresent(content::remove);
    return content;
  }

  Field<String> card() {
    return text(CARD);
  }

  Field<String> eventId() {
    return text(EVENT_ID);
  }

  Field<String> code() {
    return text(CODE);
  }

  Field<String> currency() {
    return text(CURRENCY);
  }

  Field<String> reference() {
    return text(REFERENCE);
  }

  Field<String> counterCard() {
    return text(COUNTER_CARD);
  }

  Field<String> valueClass() {
    return text(VALUE_CLASS);
  }

  Field<String> reason() {
    return text(REASON);
  }

  Field<BigDecimal> amount() {
    return field(
        name(alias, AMOUNT), SQLDataType.DECIMAL(cards.money().precision(), cards.money().scale()));
  }

  Field<LocalDateTime> at() {
    return field(name(alias, AT), SQLDataType.LOCALDATETIME);
  }

  Field<LocalDateTime> known() {
    return field(name(alias, KNOWN), SQLDataType.LOCALDATETIME);
  }

  Field<LocalDateTime> recorded() {
    return field(name(alias, RECORDED), SQLDataType.LOCALDATETIME);
  }

  Field<LocalDate> day() {
    return field(name(alias, DAY), SQLDataType.LOCALDATE);
  }

  Field<LocalDate> expiry() {
    return field(name(alias, EXPIRY), SQLDataType.LOCALDATE);
  }

  Field<LocalDate> cohort() {
    return field(name(alias, COHORT), SQLDataType.LOCALDATE);
  }

  /** How many events the row stands for. */
  Field<Long> eventCount() {
    return field(name(alias, EVENTS), SQLDataType.BIGINT);
  }

  /** How many cards the row activated, in a log whose rows are stamped with cohorts. */
  Field<Long> cardCount() {
    return field(name(alias, CARDS), SQLDataType.BIGINT);
  }

  Field<?> segmentOf(Column<?> column) {
    return field(DSL.name(DSL.name(alias), segment(column)), SqlTypes.of(column.type()));
  }

  /**
   * The content columns as text, in the order in which versions are compared. They are carried as
   * they are and become text only where rows are compared, since few are.
   */
  List<Field<String>> contents() {
    List<Field<String>> texts = new ArrayList<>();
    rawContents().forEach(content -> texts.add(content.cast(SQLDataType.VARCHAR)));
    return texts;
  }

  /** The content columns as they are. */
  List<Field<?>> rawContents() {
    List<Field<?>> raw = new ArrayList<>();
    for (Column<?> column : content(cards)) {
      raw.add(field(name(alias, contentName(raw.size())), SqlTypes.of(column.type())));
    }
    return raw;
  }

  private Field<String> text(String column) {
    return field(name(alias, column), SQLDataType.VARCHAR);
  }

  /** Whether a row's kind is one of some. */
  Condition isKind(Predicate<EventKind> wanted) {
    return codeIs(cards, code(), wanted);
  }

  /** Whether a code stands for one of some kinds. */
  static Condition codeIs(CardLog cards, Field<String> code, Predicate<EventKind> wanted) {
    EventKind all = cards.kinds().all();
    if (all != null) {
      return wanted.test(all) ? trueCondition() : falseCondition();
    }
    List<Field<String>> codes = new ArrayList<>();
    for (Map.Entry<String, EventKind> entry : sorted(cards.kinds().byCode())) {
      if (wanted.test(entry.getValue())) {
        codes.add(inline(entry.getKey()));
      }
    }
    return codes.isEmpty() ? falseCondition() : code.in(codes);
  }

  /** In the order of codes, so that the same log gives the same text. */
  static <V> List<Map.Entry<String, V>> sorted(Map<String, V> byCode) {
    return byCode.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  /** The kind of a row by name. */
  Field<String> kind() {
    return perKind(kind -> inline(kind.name()), SQLDataType.VARCHAR);
  }

  /** The rank of a row's kind in the order of application. */
  Field<Integer> rank() {
    return perKind(kind -> inline(kind.rank()), SQLDataType.INTEGER);
  }

  private <T> Field<T> perKind(
      java.util.function.Function<EventKind, Field<T>> value, org.jooq.DataType<T> type) {
    EventKind all = cards.kinds().all();
    if (all != null) {
      return value.apply(all);
    }
    Field<T> cases = DSL.castNull(type);
    for (EventKind kind : EventKind.values()) {
      if (cards.kinds().byCode().containsValue(kind)) {
        cases = when(isKind(k -> k == kind), value.apply(kind)).otherwise(cases);
      }
    }
    return cases;
  }

  /** A row's effect on a measure, of which the kind tells the direction: -1, 0 or 1. */
  Field<BigDecimal> effect(ToIntFunction<EventKind> direction) {
    Field<BigDecimal> amount = directedAmount();
    Condition adds = isKind(kind -> direction.applyAsInt(kind) > 0);
    Condition takes = isKind(kind -> direction.applyAsInt(kind) < 0);
    Field<BigDecimal> zero = inline(BigDecimal.ZERO.setScale(cards.money().scale()));
    return when(adds, amount).when(takes, amount.neg()).otherwise(zero);
  }

  /** The amount in the direction of its kind. */
  Field<BigDecimal> directedAmount() {
    if (cards.rules().sign() != CardLog.Sign.BALANCE_CHANGE) {
      return amount();
    }
    return when(isKind(kind -> kind.balance() < 0), amount().neg()).otherwise(amount());
  }

  /** Rows of the same event: the latest known first, then the latest, then by content. */
  List<org.jooq.SortField<?>> latestFirst() {
    List<org.jooq.SortField<?>> order = new ArrayList<>();
    order.add(known().desc().nullsLast());
    order.add(at().desc().nullsLast());
    contents().forEach(text -> order.add(text.desc().nullsLast()));
    return order;
  }

  /**
   * Rows of the same instant in a fixed order: by event id, then by content, which only rows
   * without an id need: used events have different ids.
   */
  List<org.jooq.SortField<?>> tieOrder() {
    List<org.jooq.SortField<?>> order = new ArrayList<>();
    if (cards.role(Role.EVENT_ID).isEmpty()) {
      contents().forEach(text -> order.add(text.asc().nullsFirst()));
      return order;
    }
    order.add(eventId().asc().nullsFirst());
    contents().forEach(text -> order.add(when(eventId().isNull(), text).asc().nullsFirst()));
    return order;
  }
}
