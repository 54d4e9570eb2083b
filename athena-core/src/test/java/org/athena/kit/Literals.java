package org.athena.kit;

import static org.athena.query.Query.from;

import java.util.ArrayList;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expressions;
import org.athena.model.NativeQuery;
import org.athena.model.Output;
import org.athena.model.Relation;
import org.athena.model.Type;
import org.athena.query.Query;
import org.jspecify.annotations.Nullable;

/** Puts rows into an engine without files: published as tables of literals, some at a time. */
final class Literals {

  /** Rows for each statement: some engines parse a union with a stack as deep as it is long. */
  private static final int CHUNK = 200;

  private static final Column<Long> ONE = Column.integer("one");

  private Literals() {}

  static Dataset publish(Athena athena, Table table) {
    NativeQuery one = NativeQuery.of("one", athena.engine().name(), "select 1 as \"one\"", ONE);
    List<Dataset> chunks = new ArrayList<>();
    for (int from = 0; from < table.rows().size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, table.rows().size());
      List<Relation> rows = new ArrayList<>();
      table.rows().subList(from, to).forEach(row -> rows.add(row(one, table.columns(), row)));
      String name = to == table.rows().size() && from == 0 ? "" : "_" + chunks.size();
      chunks.add(athena.publish(all(rows)).asTable(table.name() + name));
    }
    return switch (chunks.size()) {
      case 0 -> athena.publish(none(one, table)).asTable(table.name());
      case 1 -> chunks.get(0);
      default -> athena.publish(all(chunks)).asTable(table.name());
    };
  }

  private static Query all(List<? extends Relation> parts) {
    return from(parts.get(0)).union(parts.subList(1, parts.size()).toArray(Relation[]::new));
  }

  private static Query none(Relation one, Table table) {
    List<@Nullable Object> nulls = new ArrayList<>();
    table.columns().forEach(column -> nulls.add(null));
    return from(row(one, table.columns(), nulls)).where(Expressions.literal(1L).isNull());
  }

  private static Query row(Relation one, List<Column<?>> columns, List<@Nullable Object> values) {
    List<Output<?>> outputs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      outputs.add(output(columns.get(i), values.get(i)));
    }
    return from(one).select(outputs.toArray(Output<?>[]::new));
  }

  /** The cast gives the table's column its declared type, which a literal alone may not have. */
  private static <T> Output<T> output(Column<T> column, @Nullable Object value) {
    Type<T> type = column.type();
    return (value == null
            ? Expressions.nullOf(type)
            : Expressions.cast(Expressions.literal(type, type.javaType().cast(value)), type))
        .as(column.name());
  }
}
