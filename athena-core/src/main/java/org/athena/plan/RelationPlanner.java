package org.athena.plan;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.util.ArrayList;
import java.util.List;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Aliased;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Measure;
import org.athena.model.NativeQuery;
import org.athena.model.On;
import org.athena.model.Order;
import org.athena.model.Output;
import org.athena.model.Predicate;
import org.athena.model.Relation;
import org.athena.query.Join;
import org.athena.query.Query;
import org.athena.query.Question;
import org.athena.query.Select;
import org.athena.query.Summary;
import org.athena.query.Union;
import org.athena.query.Unreadable;
import org.athena.spi.Capability;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectLimitStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Plans generic questions, and any relation as a table of a from clause. */
final class RelationPlanner {

  /** What happens to rows of files that cannot be read. */
  enum Problems {
    LEFT_OUT,
    /** They stay, with the column that tells why. */
    KEPT
  }

  private final Planning planning;

  RelationPlanner(Planning planning) {
    this.planning = planning;
  }

  /** A relation under an alias of its own. */
  Source source(Relation relation, Problems problems) {
    String alias = planning.alias("r");
    return switch (relation) {
      case Dataset dataset -> dataset(dataset, null, alias, problems);
      case NativeQuery query -> new Source(nativeQuery(query).as(name(alias)), alias, false);
      case Select select when isAll(select) -> source(select.source(), problems);
      case Select select when problems == Problems.KEPT -> kept(select, alias);
      case Query query -> new Source(query(query).asTable(name(alias)), alias, false);
      case Question<?> question ->
          new Source(unordered(question).asTable(name(alias)), alias, false);
      default ->
          throw new UnsupportedByEngineException(
              "Cannot ask about %s: %s is no relation that the planner knows. Use a Dataset, a NativeQuery or a question."
                  .formatted(relation.name(), relation.getClass().getName()));
    };
  }

  /** Whether it is what it is from, with nothing left out or added. */
  private static boolean isAll(Select select) {
    return select.outputs().isEmpty()
        && select.filter() == null
        && select.order().isEmpty()
        && select.limit() == null;
  }

  /** The order of a question's answer is of no use to another question, and costs a sort. */
  private org.jooq.Select<?> unordered(Question<?> question) {
    return Planner.select(question, planning).$orderBy(List.of());
  }

  /** What a selection is from, of which the engine need not see what its partitions leave out. */
  private Source sourceOf(Select select, Problems problems) {
    return select.source() instanceof Dataset dataset
        ? dataset(
            dataset, PartitionFilter.of(dataset, select.filter()), planning.alias("r"), problems)
        : source(select.source(), problems);
  }

  private Source dataset(
      Dataset dataset, @Nullable Predicate partitions, String alias, Problems problems) {
    planning.reads(new Read(dataset, partitions));
    Table<?> named = table(name(dataset.qualifiedName().split("\\.")));
    if (!dataset.isFiles()) {
      return new Source(named.as(name(alias)), alias, false);
    }
    planning
        .engine()
        .require(
            Capability.FILES,
            "read the files of " + dataset.name(),
            "Make a table of them there and declare the data set without location and zone.");
    if (problems == Problems.KEPT) {
      return new Source(named.as(name(alias)), alias, true);
    }
    Source all = new Source(named, dataset.name(), true);
    List<Field<?>> columns = new ArrayList<>();
    dataset.columns().forEach(column -> columns.add(DSL.field(name(column.name()))));
    Table<?> readable =
        DSL.select(columns)
            .from(all.table())
            .where(DSL.field(name(Dataset.PROBLEM)).isNull())
            .asTable(name(alias));
    return new Source(readable, alias, false);
  }

  private Table<?> nativeQuery(NativeQuery query) {
    String text = query.texts().get(planning.engine().name());
    if (text == null) {
      throw new UnsupportedByEngineException(
          "Cannot ask query %s of %s: it has texts for %s only. Add one with on(engine, text)."
              .formatted(query.name(), planning.engine().name(), query.texts().keySet()));
    }
    return table(DSL.raw("(" + text + "\n)"));
  }

  /** A filtered data set whose unreadable rows stay, whatever the filter says of them. */
  private Source kept(Select select, String alias) {
    boolean plain = select.outputs().isEmpty() && select.limit() == null;
    if (!plain) {
      return new Source(select(select).asTable(name(alias)), alias, false);
    }
    Source inner = sourceOf(select, Problems.KEPT);
    if (!inner.hasProblems()) {
      return new Source(select(select).asTable(name(alias)), alias, false);
    }
    List<Field<?>> fields = new ArrayList<>();
    select.columns().forEach(column -> fields.add(inner.col(column)));
    fields.add(inner.problem());
    Table<?> rows =
        DSL.select(fields)
            .from(inner.table())
            .where(filter(select, inner).or(inner.problem().isNotNull()))
            .and(partitions(select, inner))
            .asTable(name(alias));
    return new Source(rows, alias, true);
  }

  /** The folder of an unreadable row tells its partition, which may be one not asked for. */
  private Condition partitions(Select select, Source source) {
    Predicate partitions =
        select.source() instanceof Dataset dataset
            ? PartitionFilter.of(dataset, select.filter())
            : null;
    return partitions == null
        ? noCondition()
        : new ExprLowering(planning.terms(), source).condition(partitions);
  }

  org.jooq.Select<?> query(Query query) {
    return switch (query) {
      case Select select -> select(select);
      case Join join -> join(join);
      case Union union -> union(union);
      case Summary summary -> summary(summary);
      case Unreadable unreadable -> unreadable(unreadable);
    };
  }

  private org.jooq.Select<?> unreadable(Unreadable unreadable) {
    Source source = source(unreadable.dataset(), Problems.KEPT);
    List<Field<?>> fields = new ArrayList<>();
    fields.add(source.problem().as(name(Unreadable.REASON.name())));
    unreadable.dataset().columns().forEach(column -> fields.add(source.col(column)));
    return DSL.select(fields).from(source.table()).where(source.problem().isNotNull());
  }

  private Condition filter(Select select, Source source) {
    return select.filter() == null
        ? noCondition()
        : new ExprLowering(planning.terms(), source).condition(select.filter());
  }

  private org.jooq.Select<?> select(Select select) {
    Source source = sourceOf(select, Problems.LEFT_OUT);
    ExprLowering exprs = new ExprLowering(planning.terms(), source);
    List<Field<?>> fields = new ArrayList<>();
    if (select.outputs().isEmpty()) {
      select.columns().forEach(column -> fields.add(source.col(column)));
    } else {
      select.outputs().forEach(output -> fields.add(output(output, exprs)));
    }
    var rows = DSL.select(fields).from(source.table()).where(filter(select, source));
    SelectLimitStep<?> ordered = select.order().isEmpty() ? rows : rows.orderBy(order(select));
    return select.limit() == null ? ordered : ordered.limit(DSL.inline(select.limit()));
  }

  private static List<SortField<?>> order(Select select) {
    List<SortField<?>> keys = new ArrayList<>();
    for (Order order : select.order()) {
      Field<?> key = DSL.field(name(order.column().name()));
      keys.add(order.descending() ? key.desc().nullsLast() : key.asc().nullsLast());
    }
    return keys;
  }

  private static Field<?> output(Output<?> output, ExprLowering exprs) {
    return switch (output) {
      case Column<?> column -> exprs.field(column);
      case Aliased<?> aliased -> exprs.field(aliased.expr()).as(name(aliased.name()));
      case Measure<?> measure -> throw new IllegalStateException(measure.name());
    };
  }

  private org.jooq.Select<?> join(Join join) {
    Source left = planning.source(join.left());
    Source right = planning.source(join.right());
    Condition on = noCondition();
    for (On<?> pair : join.on()) {
      on = on.and(equal(left, right, pair));
    }
    List<Field<?>> fields = new ArrayList<>();
    join.left().columns().forEach(column -> fields.add(left.col(column)));
    join.rightColumns().forEach(column -> fields.add(right.col(column)));
    var from = DSL.select(fields).from(left.table());
    return switch (join.kind()) {
      case INNER -> from.join(right.table()).on(on);
      case LEFT -> from.leftJoin(right.table()).on(on);
      case SEMI -> from.where(DSL.exists(DSL.selectOne().from(right.table()).where(on)));
      case ANTI -> from.where(DSL.notExists(DSL.selectOne().from(right.table()).where(on)));
    };
  }

  private static <T> Condition equal(Source left, Source right, On<T> pair) {
    return left.col(pair.left()).eq(right.col(pair.right()));
  }

  private org.jooq.Select<?> union(Union union) {
    org.jooq.@org.jspecify.annotations.Nullable Select<?> all = null;
    for (Relation part : union.parts()) {
      org.jooq.Select<?> rows = allOf(part);
      all = all == null ? rows : unionAll(all, rows);
    }
    return java.util.Objects.requireNonNull(all);
  }

  @SuppressWarnings("unchecked")
  private static org.jooq.Select<?> unionAll(org.jooq.Select<?> one, org.jooq.Select<?> two) {
    return ((org.jooq.Select<org.jooq.Record>) one)
        .unionAll((org.jooq.Select<org.jooq.Record>) two);
  }

  /** All rows and columns of a relation. */
  org.jooq.Select<?> allOf(Relation relation) {
    Source source = planning.source(relation);
    List<Field<?>> fields = new ArrayList<>();
    relation.columns().forEach(column -> fields.add(source.col(column)));
    return DSL.select(fields).from(source.table());
  }

  private org.jooq.Select<?> summary(Summary summary) {
    Source source = planning.source(summary.source());
    ExprLowering exprs = new ExprLowering(planning.terms(), source);
    AggregateLowering aggregates = new AggregateLowering(exprs);
    List<Field<?>> fields = new ArrayList<>();
    List<Field<?>> keys = new ArrayList<>();
    for (Output<?> key : summary.keys()) {
      fields.add(output(key, exprs));
      keys.add(DSL.inline(fields.size()));
    }
    for (Measure<?> measure : summary.measures()) {
      fields.add(aggregates.field(measure.aggregate()).as(name(measure.name())));
    }
    var rows = DSL.select(fields).from(source.table());
    return keys.isEmpty() ? rows : rows.groupBy(keys);
  }
}
