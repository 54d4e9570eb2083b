package org.athena.plan;

import static org.jooq.impl.DSL.noCondition;

import org.athena.model.Aggregate;
import org.athena.sql.SqlTypes;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Says aggregates over the rows of one source as fields of a query tree. */
final class AggregateLowering {

  private final ExprLowering exprs;

  AggregateLowering(ExprLowering exprs) {
    this.exprs = exprs;
  }

  /** The aggregate in its stated type. */
  Field<?> field(Aggregate<?> aggregate) {
    return exprs.terms().typed(bare(aggregate), aggregate.type());
  }

  /** The aggregate before it is cast, as windows need it. */
  Field<?> bare(Aggregate<?> aggregate) {
    return within(aggregate, noCondition());
  }

  /** The aggregate of the rows that meet a condition besides its own. */
  Field<?> within(Aggregate<?> aggregate, Condition condition) {
    Field<?> value = value(aggregate, condition);
    return switch (aggregate.function()) {
      case COUNT -> DSL.field("count({0})", SQLDataType.BIGINT, value);
      case COUNT_DISTINCT -> DSL.field("count(distinct {0})", SQLDataType.BIGINT, value);
      case SUM -> DSL.field("sum({0})", SqlTypes.of(aggregate.type()), value);
      case MIN -> DSL.min(value);
      case MAX -> DSL.max(value);
    };
  }

  /** What the aggregate takes of a row; null of a row that it leaves out. */
  Field<?> taken(Aggregate<?> aggregate) {
    return value(aggregate, noCondition());
  }

  /** The condition is a case: what it leaves out is null, which no aggregate counts. */
  private Field<?> value(Aggregate<?> aggregate, Condition condition) {
    Field<?> value = aggregate.value() == null ? DSL.inline(1) : exprs.field(aggregate.value());
    Condition all =
        aggregate.condition() == null
            ? condition
            : condition.and(exprs.condition(aggregate.condition()));
    boolean unconditional = aggregate.condition() == null && condition.equals(noCondition());
    return unconditional ? value : DSL.when(all, value);
  }
}
