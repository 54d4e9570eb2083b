package org.athena.plan;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.Expr;
import org.athena.model.Predicate;
import org.athena.model.Type;
import org.athena.sql.SqlTerms;
import org.athena.sql.SqlTypes;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Says expressions over the columns of one source as fields of a query tree. */
final class ExprLowering {

  private final SqlTerms terms;
  private final Source source;

  ExprLowering(SqlTerms terms, Source source) {
    this.terms = terms;
    this.source = source;
  }

  SqlTerms terms() {
    return terms;
  }

  /** The expression as a field. */
  Field<?> field(Expr<?> expr) {
    return switch (expr) {
      case Column<?> column -> source.col(column);
      case Expr.Literal<?> literal -> literal(literal.value(), literal.type());
      case Expr.Arithmetic<?> e -> arithmetic(e);
      case Expr.Ratio e ->
          terms.ratio(
              field(e.numerator()),
              e.numerator().type().scale(),
              field(e.denominator()),
              e.denominator().type().scale(),
              e.scale());
      case Expr.Case<?> e -> caseOf(e);
      case Expr.Coalesce<?> e -> coalesceOf(e);
      case Expr.Cast<?> e -> terms.cast(field(e.value()), e.value(), e.type());
      case Expr.TextCall e -> text(e);
      case Expr.Length e -> DSL.length(text(e.text())).cast(SQLDataType.BIGINT);
      case Expr.Substring e -> DSL.substring(text(e.text()), e.start(), e.length());
      case Expr.Concat e -> concat(e.texts());
      case Expr.DayOf e -> dayOf(e);
      case Expr.PeriodStart e -> terms.periodStart(e.calendar(), day(e.day()));
      case Expr.PeriodsBetween e -> terms.periodsBetween(e.calendar(), day(e.from()), day(e.to()));
      case Expr.TimeBucket e -> terms.bucket(e.length(), time(e.time()));
      case Expr.TimeShift e -> terms.shift(time(e.time()), e.by());
      case Predicate predicate -> DSL.field(condition(predicate));
    };
  }

  /** The predicate as a condition. */
  Condition condition(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Comparison e -> compare(e);
      case Predicate.And e -> condition(e.left()).and(condition(e.right()));
      case Predicate.Or e -> condition(e.left()).or(condition(e.right()));
      case Predicate.Not e -> DSL.not(condition(e.condition()));
      case Predicate.IsNull e -> field(e.value()).isNull();
      case Predicate.In e -> in(e);
      case Predicate.TextMatch e ->
          DSL.condition(terms.textMatch(text(e.text()), e.position(), e.sought()));
      case Predicate.IsTrue e -> DSL.condition("{0}", field(e.value()));
    };
  }

  /** A value as a bound field of its type; a null with its type. */
  static Field<?> literal(@Nullable Object value, Type<?> type) {
    DataType<?> dataType = SqlTypes.of(type);
    if (value == null) {
      return castNull(dataType);
    }
    return switch (value) {
      case BigDecimal decimal -> decimal(decimal);
      case Instant instant -> val(utc(instant));
      case LocalDateTime time -> val(time);
      default -> val(value, dataType);
    };
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** A decimal at its own scale, so that a comparison never rounds it. */
  private static Field<BigDecimal> decimal(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    int precision = Math.max(plain.precision(), plain.scale() + 1);
    return val(plain, SQLDataType.DECIMAL(precision, plain.scale()));
  }

  private Field<?> arithmetic(Expr.Arithmetic<?> e) {
    Field<?> left = field(e.left());
    Field<?> right = field(e.right());
    DataType<?> type = SqlTypes.of(e.type());
    if (e.type().kind() == Type.Kind.DECIMAL) {
      left = left.cast(terms.operand(e.operation(), e.left().type(), e.right().type()));
      right = right.cast(terms.operand(e.operation(), e.right().type(), e.left().type()));
    }
    String sign =
        switch (e.operation()) {
          case PLUS -> "+";
          case MINUS -> "-";
          case TIMES -> "*";
        };
    return DSL.field("cast(({0} " + sign + " {1}) as {2})", type, left, right, typeName(e.type()));
  }

  private static org.jooq.QueryPart typeName(Type<?> type) {
    return DSL.sql(
        type.kind() == Type.Kind.DECIMAL
            ? "decimal(" + type.precision() + ", " + type.scale() + ")"
            : "bigint");
  }

  @SuppressWarnings("unchecked")
  private Field<?> caseOf(Expr.Case<?> e) {
    @Nullable CaseConditionStep<Object> step = null;
    for (Expr.Case.Branch<?> branch : e.branches()) {
      Condition when = condition(branch.when());
      Field<Object> then = (Field<Object>) chosen(branch.then(), e.type());
      step = step == null ? DSL.when(when, then) : step.when(when, then);
    }
    Field<Object> otherwise = (Field<Object>) chosen(e.otherwise(), e.type());
    return step == null ? otherwise : step.otherwise(otherwise);
  }

  private Field<?> coalesceOf(Expr.Coalesce<?> e) {
    return terms.firstOf(
        e.values().stream().<Field<?>>map(value -> chosen(value, e.type())).toList(), e.type());
  }

  /** One of several decimals, in the type of them all: engines differ in what they choose. */
  private Field<?> chosen(Expr<?> value, Type<?> type) {
    Field<?> field = field(value);
    boolean asItIs = value.type().equals(type) && !(value instanceof Expr.Literal<?>);
    return type.kind() != Type.Kind.DECIMAL || asItIs ? field : field.cast(SqlTypes.of(type));
  }

  private Field<String> text(Expr.TextCall e) {
    Field<String> text = text(e.text());
    return switch (e.function()) {
      case LOWER -> DSL.lower(text);
      case UPPER -> DSL.upper(text);
      case TRIM -> DSL.trim(text);
    };
  }

  private Field<?> concat(List<Expr<String>> texts) {
    Field<?> joined = text(texts.get(0));
    for (Expr<String> next : texts.subList(1, texts.size())) {
      joined = DSL.field("({0} || {1})", SQLDataType.VARCHAR, joined, text(next));
    }
    return joined;
  }

  private Field<LocalDate> dayOf(Expr.DayOf e) {
    return e.time().type().kind() == Type.Kind.INSTANT
        ? terms.dayOf(time(e.time()), e.zone())
        : terms.dayOfLocal(time(e.time()));
  }

  private Condition compare(Predicate.Comparison e) {
    Field<Object> left = any(field(e.left()));
    Field<Object> right = any(field(e.right()));
    return switch (e.comparator()) {
      case EQUAL -> left.eq(right);
      case NOT_EQUAL -> left.ne(right);
      case LESS -> left.lt(right);
      case AT_MOST -> left.le(right);
    };
  }

  private Condition in(Predicate.In e) {
    if (e.values().isEmpty()) {
      return DSL.falseCondition();
    }
    return any(field(e.value())).in(e.values().stream().map(this::field).toList());
  }

  @SuppressWarnings("unchecked")
  private static Field<Object> any(Field<?> field) {
    return (Field<Object>) field;
  }

  @SuppressWarnings("unchecked")
  private Field<String> text(Expr<String> expr) {
    return (Field<String>) field(expr);
  }

  @SuppressWarnings("unchecked")
  private Field<LocalDate> day(Expr<LocalDate> expr) {
    return (Field<LocalDate>) field(expr);
  }

  @SuppressWarnings("unchecked")
  private Field<LocalDateTime> time(Expr<?> expr) {
    return (Field<LocalDateTime>) field(expr);
  }
}
