package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Context;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.RenderContext;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.VisitContext;
import org.jooq.VisitListener;
import org.jooq.WindowSpecification;
import org.jooq.conf.ParamType;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL understands and Redshift does not, or in another sense, said otherwise while a
 * statement is written.
 *
 * <ul>
 *   <li>A text without a length has 256 bytes there, so casts name the most that there can be.
 *   <li>Bound values are cast, since a decimal without digits has none behind the point.
 *   <li>A backslash in a literal may be an escape, so it is written by its number.
 *   <li>There is no IS DISTINCT FROM, no NULLS LAST in windows, and no cast of truth values to
 *       text.
 * </ul>
 */
final class RedshiftRewriting implements VisitListener {

  /** The most bytes of a text. */
  static final int MOST_BYTES = 65_535;

  private static final DataType<String> TEXT = SQLDataType.VARCHAR(MOST_BYTES);

  @Override
  public void visitStart(VisitContext context) {
    QueryPart other = instead(context, context.queryPart());
    if (other != null) {
      context.queryPart(other);
    }
  }

  private static @Nullable QueryPart instead(VisitContext context, QueryPart part) {
    return switch (part) {
      case QOM.Cast<?> cast -> cast(cast);
      case QOM.IsNotDistinctFrom<?> same -> same(same.$arg1(), same.$arg2());
      case SortField<?> sort when isInWindow(context) -> order(sort);
      case Param<?> param -> value(context, param);
      default -> null;
    };
  }

  private static @Nullable QueryPart cast(QOM.Cast<?> cast) {
    if (cast.$dataType().getType() != String.class || cast.$dataType().length() > 0) {
      return null;
    }
    Field<?> value = cast.$field();
    Class<?> type = value.getType();
    if (type == Boolean.class) {
      return field(
          "case when {0} then 'true' when not {0} then 'false' end", SQLDataType.VARCHAR, value);
    } else if (type == java.time.LocalDate.class) {
      return RedshiftTimes.text(value);
    } else if (type == java.time.LocalDateTime.class) {
      return RedshiftTimes.timeText(value);
    }
    return value.cast(TEXT);
  }

  private static QueryPart same(Field<?> one, Field<?> two) {
    return DSL.condition("({0} = {1} or ({0} is null and {1} is null))", one, two);
  }

  private static boolean isInWindow(VisitContext context) {
    return Arrays.stream(context.queryParts()).anyMatch(WindowSpecification.class::isInstance);
  }

  /** Rising order has nulls last by itself, falling order first. */
  private static @Nullable QueryPart order(SortField<?> sort) {
    if (sort.$nullOrdering() == null) {
      return null;
    }
    boolean last = sort.$nullOrdering() == QOM.NullOrdering.NULLS_LAST;
    boolean falling = sort.$sortOrder() == SortOrder.DESC;
    String way = falling ? "{0} desc" : "{0} asc";
    if (last != falling) {
      return DSL.sql(way, sort.$field());
    }
    String nulls = last ? "then 1 else 0 end, " : "then 0 else 1 end, ";
    return DSL.sql("case when {0} is null " + nulls + way, sort.$field());
  }

  private static @Nullable QueryPart value(VisitContext context, Param<?> param) {
    if (isWritten(context, param)) {
      boolean escapes = param.getValue() instanceof String text && text.indexOf('\\') >= 0;
      return escapes ? literal(String.valueOf(param.getValue())) : null;
    }
    QueryPart[] parts = context.queryParts();
    boolean isCast = parts.length > 1 && parts[parts.length - 2] instanceof Typed;
    DataType<?> type = isCast ? null : typeOf(param);
    return type == null ? null : new Typed(param, type);
  }

  private static boolean isWritten(VisitContext context, Param<?> param) {
    RenderContext render = context.renderContext();
    return param.isInline() || render != null && render.paramType() == ParamType.INLINED;
  }

  private static @Nullable DataType<?> typeOf(Param<?> param) {
    return switch (param.getValue()) {
      case String text -> TEXT;
      case Long number -> SQLDataType.BIGINT;
      case Integer number -> SQLDataType.INTEGER;
      case Boolean truth -> SQLDataType.BOOLEAN;
      case BigDecimal number ->
          SQLDataType.DECIMAL(
              Math.max(number.precision(), number.scale() + 1), Math.max(number.scale(), 0));
      case null, default -> null;
    };
  }

  private static QueryPart literal(String text) {
    List<Field<?>> parts = new ArrayList<>();
    StringBuilder joined = new StringBuilder("(");
    for (String part : text.split("\\\\", -1)) {
      joined.append(parts.isEmpty() ? "" : " || chr(92) || ").append("{" + parts.size() + "}");
      parts.add(inline(part));
    }
    return field(joined + ")", SQLDataType.VARCHAR, parts.toArray(Field<?>[]::new));
  }

  /** A bound value in its type. */
  private static final class Typed extends CustomQueryPart {

    private static final long serialVersionUID = 1L;

    private final transient Param<?> param;
    private final transient DataType<?> type;

    Typed(Param<?> param, DataType<?> type) {
      this.param = param;
      this.type = type;
    }

    @Override
    public void accept(Context<?> context) {
      context
          .visit(DSL.keyword("cast"))
          .sql('(')
          .visit(param)
          .sql(' ')
          .visit(DSL.keyword("as"))
          .sql(' ')
          .sql(type.getCastTypeName(context.configuration()))
          .sql(')');
    }
  }
}
