package org.athena.plan;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.AuditReport.Disposition;
import org.athena.breakage.AuditReport.Flag;
import org.athena.breakage.AuditReport.Section;
import org.athena.breakage.Role;
import org.athena.query.AuditQuery;
import org.athena.sql.SqlTypes;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Plans the account of every row: judged once, then counted by disposition, flag and kind. */
final class AuditPlanner {

  private final Planning planning;
  private final AuditQuery question;
  private final CardEvents events;
  private final AuditFlags flags;

  AuditPlanner(Planning planning, AuditQuery question) {
    this.planning = planning;
    this.question = question;
    events = new CardEvents(planning, question.cards(), question.asOf(), question.by());
    flags = new AuditFlags(planning, question.cards(), events, "judged");
  }

  Select<?> plan() {
    planning.note("audit: rows judged in one pass, flags by windows over card and currency");
    List<CommonTableExpression<?>> tables = new ArrayList<>(events.withNumbered());
    tables.add(name("judged").as(judged()));
    tables.addAll(flags.with());
    tables.add(name("flagged").as(flags.select()));
    tables.add(name("tally").as(tally()));
    tables.add(name("by_kind").as(byKind()));
    boolean atOnce = !planning.terms().sharesTables() && planning.terms().hasLateralTables();
    Select<?> lines = atOnce ? linesAtOnce() : eachLine();
    lines = TrianglePlanner.unionAll(lines, kinds());
    List<Field<?>> fields = new ArrayList<>();
    question.columns().forEach(column -> fields.add(field(name("l", column.name()))));
    return DSL.with(tables).select(fields).from(lines.asTable(name("l"))).orderBy(order());
  }

  private Select<?> eachLine() {
    Select<?> lines = dispositions();
    for (Flag flag : Flag.values()) {
      lines = TrianglePlanner.unionAll(lines, flagLine(flag));
    }
    return lines;
  }

  /** The tally read once: each of its rows becomes a line for itself and one for each flag. */
  private Select<?> linesAtOnce() {
    List<List<Field<?>>> rows = new ArrayList<>();
    rows.add(
        line(
            Section.DISPOSITION,
            field(name("tally", "c_disposition"), SQLDataType.VARCHAR),
            field(name("tally", CardFields.REASON), SQLDataType.VARCHAR),
            "all"));
    for (Flag flag : Flag.values()) {
      rows.add(line(Section.FLAG, inline(flag.name()), castNull(SQLDataType.VARCHAR), flag.name()));
    }
    List<String> names = List.of("section", "name", "detail", "rows", "amount", "samples");
    List<Field<?>> fields = new ArrayList<>(keys("tally"));
    names.forEach(column -> fields.add(field(name("v", column))));
    return DSL.select(fields)
        .from(DSL.table(name("tally")).crossJoin(planning.terms().rowsOf(rows, "v", names)))
        .where(field(name("v", "rows"), SQLDataType.BIGINT).gt(inline(0L)));
  }

  private List<Field<?>> line(
      Section section, Field<String> lineName, Field<String> detail, String stem) {
    return List.of(
        inline(section.name()),
        lineName,
        detail,
        field(name("tally", "rows_" + stem), SQLDataType.BIGINT),
        field(name("tally", "amount_" + stem), moneyType()),
        field(name("tally", "samples_" + stem), SQLDataType.VARCHAR));
  }

  private List<SortField<?>> order() {
    List<SortField<?>> order = new ArrayList<>();
    order.add(
        when(field(name("l", "section")).eq(Section.DISPOSITION.name()), inline(1))
            .when(field(name("l", "section")).eq(Section.FLAG.name()), inline(2))
            .otherwise(inline(3))
            .asc());
    order.add(field(name("l", "name")).asc());
    order.add(field(name("l", "detail")).asc().nullsFirst());
    if (hasCurrency()) {
      order.add(field(name("l", "currency")).asc().nullsLast());
    }
    question.by().forEach(c -> order.add(field(name("l", c.name())).asc().nullsLast()));
    return order;
  }

  /** Every row with its disposition. */
  private Select<?> judged() {
    CardFields f = new CardFields(question.cards(), "j");
    Field<String> disposition =
        when(f.reason().isNotNull(), inline(Disposition.SET_ASIDE.name()))
            .when(CardEvents.number("j").eq(inline(1L)), inline(Disposition.USED.name()))
            .when(CardEvents.copy("j").gt(inline(1L)), inline(Disposition.DUPLICATE.name()))
            .otherwise(inline(Disposition.SUPERSEDED.name()));
    return DSL.select(DSL.asterisk(), disposition.as("c_disposition"))
        .from(events.numbered().asTable(name("j")));
  }

  /** Counts, sums and samples of rows and of each flag, by disposition, reason and currency. */
  private Select<?> tally() {
    CardFields f = new CardFields(question.cards(), "flagged");
    Field<String> disposition = field(name("flagged", "c_disposition"), SQLDataType.VARCHAR);
    List<Field<?>> fields = new ArrayList<>(List.of(disposition, f.reason(), f.currency()));
    question.by().forEach(column -> fields.add(f.segmentOf(column)));
    List<Field<?>> groups = List.copyOf(fields);
    Map<String, Condition> counted = new LinkedHashMap<>();
    counted.put("all", DSL.trueCondition());
    for (Flag flag : Flag.values()) {
      counted.put(flag.name(), DSL.condition("{0}", AuditFlags.of(flag)));
    }
    counted.forEach((stem, condition) -> addCounts(fields, f, condition, stem));
    return DSL.select(fields).from(placed(groups, f, counted)).groupBy(groups);
  }

  private Select<?> byKind() {
    CardFields f = new CardFields(question.cards(), "flagged");
    Field<String> disposition = field(name("flagged", "c_disposition"), SQLDataType.VARCHAR);
    List<Field<?>> told = new ArrayList<>(List.of(f.kind(), f.currency()));
    question.by().forEach(column -> told.add(f.segmentOf(column)));
    List<Field<?>> fields = new ArrayList<>(told);
    fields.set(0, f.kind().as("c_kind"));
    Condition taken = disposition.eq(inline(Disposition.USED.name())).and(events.due(f));
    List<Field<?>> groups = new ArrayList<>();
    for (int i = 1; i <= fields.size(); i++) {
      groups.add(inline(i));
    }
    addCounts(fields, f, DSL.trueCondition(), "all");
    return DSL.select(fields)
        .from(placed(told, f, Map.of("all", taken)))
        .where(taken)
        .groupBy(groups);
  }

  /** The flagged rows with their places among those counted, if samples are picked by places. */
  private Table<?> placed(List<Field<?>> groups, CardFields f, Map<String, Condition> counted) {
    List<Field<?>> fields = new ArrayList<>(List.of(field("{0}.*", Object.class, name("flagged"))));
    counted.forEach((stem, condition) -> {
      Field<Long> place = planning.terms().samplePlace(groups, field(condition), sample(f));
      if (place != null) {
        fields.add(place.as(place(stem).getUnqualifiedName()));
      }
    });
    Table<?> flagged = DSL.table(name("flagged"));
    return fields.size() == 1 ? flagged : DSL.select(fields).from(flagged).asTable(name("flagged"));
  }

  private static Field<Long> place(String stem) {
    return field(name("flagged", "place_" + stem), SQLDataType.BIGINT);
  }

  private static Field<String> sample(CardFields f) {
    return coalesce(f.eventId(), f.card());
  }

  private void addCounts(List<Field<?>> fields, CardFields f, Condition condition, String stem) {
    Field<BigDecimal> amount = coalesce(f.amount(), inline(BigDecimal.ZERO));
    fields.add(
        field("count({0})", SQLDataType.BIGINT, when(condition, inline(1)))
            .as(name("rows_" + stem)));
    fields.add(
        sum(when(condition, amount).otherwise(inline(BigDecimal.ZERO)))
            .cast(moneyType())
            .as(name("amount_" + stem)));
    fields.add(
        planning
            .terms()
            .samples(sample(f), field(condition), place(stem), AuditQuery.SAMPLE_COUNT)
            .as(name("samples_" + stem)));
  }

  private Select<?> dispositions() {
    return lines(
        Section.DISPOSITION,
        field(name("tally", "c_disposition"), SQLDataType.VARCHAR),
        field(name("tally", CardFields.REASON), SQLDataType.VARCHAR),
        "tally",
        "all");
  }

  private Select<?> flagLine(Flag flag) {
    return lines(
        Section.FLAG, inline(flag.name()), castNull(SQLDataType.VARCHAR), "tally", flag.name());
  }

  private Select<?> kinds() {
    return lines(
        Section.KIND,
        field(name("by_kind", "c_kind"), SQLDataType.VARCHAR),
        castNull(SQLDataType.VARCHAR),
        "by_kind",
        "all");
  }

  private Select<?> lines(
      Section section, Field<String> lineName, Field<String> detail, String table, String stem) {
    List<Field<?>> fields = new ArrayList<>(keys(table));
    Field<Long> rows = field(name(table, "rows_" + stem), SQLDataType.BIGINT);
    fields.add(inline(section.name()).as("section"));
    fields.add(lineName.as("name"));
    fields.add(detail.as("detail"));
    fields.add(rows.as("rows"));
    fields.add(field(name(table, "amount_" + stem), moneyType()).as("amount"));
    fields.add(field(name(table, "samples_" + stem), SQLDataType.VARCHAR).as("samples"));
    return DSL.select(fields).from(name(table)).where(rows.gt(inline(0L)));
  }

  private List<Field<?>> keys(String table) {
    List<Field<?>> keys = new ArrayList<>();
    if (hasCurrency()) {
      keys.add(field(name(table, CardFields.CURRENCY), SQLDataType.VARCHAR).as("currency"));
    }
    question
        .by()
        .forEach(column ->
            keys.add(
                field(DSL.name(DSL.name(table), CardFields.segment(column)))
                    .as(name(column.name()))));
    return keys;
  }

  private boolean hasCurrency() {
    return question.cards().role(Role.CURRENCY).isPresent();
  }

  @SuppressWarnings("unchecked")
  private DataType<BigDecimal> moneyType() {
    return (DataType<BigDecimal>) SqlTypes.of(question.cards().money());
  }
}
