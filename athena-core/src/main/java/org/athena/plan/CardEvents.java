package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.athena.breakage.CardLog;
import org.athena.breakage.Role;
import org.athena.error.BadDataException;
import org.athena.error.InvalidQuestionException;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Row;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The rows of a card log, each version of an event once.
 *
 * <p>Each use reads the rows with its own filter and columns. Where events have ids that are not
 * declared unique, rows whose id occurs again are replaced by their latest version.
 */
final class CardEvents {

  private static final int CODES_SHOWN = 20;
  static final String NUMBER = "c_number";
  static final String COPY = "c_copy";
  private static final String ID = "c_id";

  private final Planning planning;
  private final CardLog cards;
  private final AsOf asOf;
  private final CardRows source;
  private final List<Column<?>> segments;
  private final Select<?> rows;
  private final String repeatedName;
  private final String latestName;

  CardEvents(Planning planning, CardLog cards, AsOf asOf, List<Column<?>> segments) {
    this.planning = planning;
    this.cards = cards;
    this.asOf = asOf;
    if (asOf.instant() != null
        && cards.role(Role.AT).isPresent()
        && cards.role(Role.DAY).isPresent()) {
      throw new InvalidQuestionException(
          "Cannot ask about %s as of an instant: its business days need not agree with its instants. Ask as of the end of a day."
              .formatted(cards.events().name()));
    }
    this.segments = segments;
    this.source = new CardRows(planning, cards, asOf);
    this.rows = source.usable(segments, findsVersions() || cards.role(Role.COHORT).isEmpty());
    this.repeatedName = planning.alias("repeated");
    this.latestName = planning.alias("latest");
  }

  /**
   * Ends the question with an error when a code has no kind, unless the log sets such rows aside.
   */
  CardEvents guarded() {
    if (cards.kinds().code() != null && cards.rules().unmapped() == CardLog.Unmapped.FAIL) {
      planning.guard(unmappedGuard());
    }
    return this;
  }

  /** The common tables that {@link #used} needs. */
  List<CommonTableExpression<?>> with() {
    if (!findsVersions() || !planning.terms().sharesTables()) {
      return List.of();
    }
    return List.of(name(repeatedName).as(repeatedIds()), name(latestName).as(latestVersions()));
  }

  /** The used rows that are not after the as-of, under an alias. */
  Table<?> used(String alias) {
    CardFields f = new CardFields(cards, "u");
    if (!findsVersions()) {
      return DSL.select(DSL.asterisk())
          .from(rows.asTable(name("u")))
          .where(due(f))
          .asTable(name(alias));
    }
    if (!planning.terms().sharesTables()) {
      return new CardVersions(cards).latest(rows, due(f)).asTable(name(alias));
    }
    Field<String> repeated = field(name("d", ID), SQLDataType.VARCHAR);
    Select<?> single =
        DSL.select(thinColumnsOf("u"))
            .from(rows.asTable(name("u")))
            .leftJoin(DSL.table(name(repeatedName)).as(name("d")))
            .on(f.eventId().eq(repeated))
            .where(repeated.isNull())
            .and(due(f));
    Select<?> latest =
        DSL.select(DSL.asterisk()).from(DSL.table(name(latestName)).as(name("u"))).where(due(f));
    return TrianglePlanner.unionAll(single, latest).asTable(name(alias));
  }

  private List<Field<?>> columnsOf(String table) {
    List<Field<?>> columns = new ArrayList<>();
    rows.getSelect().forEach(column -> columns.add(field(name(table, column.getName()))));
    return columns;
  }

  /** Whether an event has happened by the as-of. */
  Condition due(CardFields f) {
    LocalDate day = asOf.day();
    if (day == null) {
      return f.at().le(val(ExprLowering.utc(Objects.requireNonNull(asOf.instant()))));
    }
    Optional<Instant> end = cards.role(Role.DAY).isEmpty() ? endOf(day) : Optional.empty();
    return end.<Condition>map(instant -> f.at().lt(val(ExprLowering.utc(instant))))
        .orElseGet(() -> f.day().le(val(day)));
  }

  /**
   * The instant at which a day is over, which engines compare faster than days; none where clocks
   * are put back across midnight, so that the day goes on after the next one has begun.
   */
  private Optional<Instant> endOf(LocalDate day) {
    ZoneId zone = cards.rules().zone();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    ZoneOffsetTransition next = zone.getRules().nextTransition(end.minusNanos(1));
    boolean goesOn = next != null && !next.getDateTimeAfter().toLocalDate().isAfter(day);
    return goesOn ? Optional.empty() : Optional.of(end);
  }

  private boolean findsVersions() {
    return cards.role(Role.EVENT_ID).isPresent()
        && !cards.rules().claim(CardLog.Claim.UNIQUE_EVENTS);
  }

  /** Most events have one row: only the ids of the others are looked into. */
  private Select<?> repeatedIds() {
    planning.note("versions of an event: ids that occur again, then row_number over their rows");
    return source.repeatedIds(ID);
  }

  private Select<?> latestVersions() {
    CardFields f = new CardFields(cards, "v");
    Field<?> number =
        rowNumber().over().partitionBy(f.eventId()).orderBy(f.latestFirst()).as(name(NUMBER));
    Table<?> numbered = repeatedRows(number, f).asTable(name("n"));
    return DSL.select(columnsOf("n"))
        .from(numbered)
        .where(field(name("n", NUMBER), SQLDataType.BIGINT).eq(inline(1L)));
  }

  /** The rows {@code v} of ids that occur again, with a number. */
  private Select<?> repeatedRows(Field<?> number, CardFields v) {
    return DSL.select(DSL.table(name("v")).asterisk(), number)
        .from(rows.asTable(name("v")))
        .join(DSL.table(name(repeatedName)).as(name("d")))
        .on(v.eventId().eq(field(name("d", ID), SQLDataType.VARCHAR)));
  }

  /** The common tables that {@link #numbered} needs. */
  List<CommonTableExpression<?>> withNumbered() {
    return cards.role(Role.EVENT_ID).isEmpty() || !planning.terms().sharesTables()
        ? List.of()
        : List.of(name(repeatedName).as(repeatedIds()));
  }

  /**
   * Every row, also those set aside, with {@code c_number} 1 for the used version of an event and
   * {@code c_copy} 1 for the first of equal rows; rows set aside have 1 in both.
   */
  Select<?> numbered() {
    CardFields u = new CardFields(cards, "u");
    Select<?> all = source.all(segments);
    if (cards.role(Role.EVENT_ID).isEmpty()) {
      return DSL.select(alone("u")).from(all.asTable(name("u")));
    }
    if (!planning.terms().sharesTables()) {
      return new CardVersions(cards).numbered(all);
    }
    Field<String> repeated = field(name("d", ID), SQLDataType.VARCHAR);
    Select<?> single =
        DSL.select(alone("u"))
            .from(all.asTable(name("u")))
            .leftJoin(DSL.table(name(repeatedName)).as(name("d")))
            .on(u.eventId().eq(repeated))
            .where(repeated.isNull().or(u.reason().isNotNull()));
    return TrianglePlanner.unionAll(single, numberedVersions());
  }

  private List<Field<?>> alone(String table) {
    List<Field<?>> columns = thinColumnsOf(table);
    columns.add(inline(1L).as(name(COPY)));
    columns.add(inline(1L).as(name(NUMBER)));
    return columns;
  }

  private Select<?> numberedVersions() {
    CardFields v = new CardFields(cards, "v");
    List<Field<?>> same = new ArrayList<>(List.of(v.eventId()));
    same.addAll(v.contents());
    Field<?> copy =
        rowNumber()
            .over()
            .partitionBy(same)
            .orderBy(v.known().desc().nullsLast())
            .cast(SQLDataType.BIGINT)
            .as(name(COPY));
    Table<?> copies = repeatedRows(copy, v).asTable(name("w"));
    CardFields w = new CardFields(cards, "w");
    List<org.jooq.SortField<?>> order = new ArrayList<>(w.latestFirst());
    order.add(field(name("w", COPY)).asc());
    List<Field<?>> numbered = columnsOf("w");
    numbered.add(field(name("w", COPY)));
    numbered.add(
        rowNumber()
            .over()
            .partitionBy(w.eventId())
            .orderBy(order)
            .cast(SQLDataType.BIGINT)
            .as(name(NUMBER)));
    return DSL.select(numbered).from(copies);
  }

  /** The content of rows that have an id of their own is not needed any more. */
  private List<Field<?>> thinColumnsOf(String table) {
    CardFields f = new CardFields(cards, table);
    List<Field<?>> columns = columnsOf(table);
    if (cards.role(Role.EVENT_ID).isPresent()) {
      int contents = f.rawContents().size();
      for (int i = 0; i < contents; i++) {
        Field<?> content = f.rawContents().get(i);
        columns.set(
            columns.size() - contents + i,
            DSL.when(f.eventId().isNull(), content).as(name(CardFields.contentName(i))));
      }
    }
    return columns;
  }

  /** The number of a row of {@link #numbered}. */
  static Field<Long> number(String alias) {
    return field(name(alias, NUMBER), SQLDataType.BIGINT);
  }

  /** The copy number of a row of {@link #numbered}. */
  static Field<Long> copy(String alias) {
    return field(name(alias, COPY), SQLDataType.BIGINT);
  }

  private Guard unmappedGuard() {
    Column<String> code = Column.string(CardFields.CODE);
    Column<Long> times = Column.integer(CardRows.TIMES);
    Field<String> found = new CardFields(cards, "g").code();
    Select<?> query =
        DSL.select(found, field(name("g", CardRows.TIMES), SQLDataType.BIGINT))
            .from(source.unmapped().asTable(name("g")))
            .orderBy(inline(2).desc(), inline(1).asc().nullsFirst())
            .limit(inline(CODES_SHOWN));
    return new Guard(query, List.of(code, times), codes -> checkCodes(codes, code, times));
  }

  private void checkCodes(List<Row> found, Column<String> code, Column<Long> times) {
    if (found.isEmpty()) {
      return;
    }
    List<String> counts =
        found.stream()
            .map(row ->
                (row.get(code) == null ? "none at all" : "'" + row.get(code) + "'")
                    + " (%d rows)".formatted(row.require(times)))
            .toList();
    throw new BadDataException(
        "Cannot read %s as a card log: these codes of column %s have no kind: %s. Map them, or set such rows aside with unmapped(SET_ASIDE)."
            .formatted(
                cards.events().name(),
                Objects.requireNonNull(cards.kinds().code()).name(),
                String.join(", ", counts)));
  }
}
