package org.athena.jdbc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.athena.error.UnexpectedShapeException;
import org.athena.model.Column;
import org.athena.model.Row;
import org.athena.spi.Rows;
import org.jspecify.annotations.Nullable;

/** Rows read from a driver's result, each value in its column's Java type. */
final class JdbcRows implements Rows {

  private static final int PROBE_SECONDS = 10;

  private final JdbcCall call;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet result;
  private final List<Column<?>> columns;
  private boolean exhausted;
  private boolean closed;

  JdbcRows(
      JdbcCall call,
      Connection connection,
      PreparedStatement statement,
      ResultSet result,
      List<Column<?>> columns)
      throws SQLException {
    this.call = call;
    this.connection = connection;
    this.statement = statement;
    this.result = result;
    this.columns = columns;
    int width = result.getMetaData().getColumnCount();
    if (width != columns.size()) {
      throw new UnexpectedShapeException(
          "The engine's rows have %d columns, the plan has %d: %s."
              .formatted(width, columns.size(), columns));
    }
  }

  @Override
  public @Nullable Row next() {
    if (closed) {
      return null;
    }
    call.check();
    try {
      if (!result.next()) {
        exhausted = true;
        if (call.behaviour().mayEndEarly() && !connection.isValid(PROBE_SECONDS)) {
          throw new SQLException("The connection was lost before the last row.", "08006");
        }
        close();
        return null;
      }
      List<@Nullable Object> values = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        values.add(value(i + 1, columns.get(i)));
      }
      return new Row(columns, values);
    } catch (SQLException e) {
      close();
      throw call.failure(e);
    }
  }

  private @Nullable Object value(int index, Column<?> column) throws SQLException {
    return switch (column.type().kind()) {
      case STRING -> result.getString(index);
      case INTEGER -> {
        long value = result.getLong(index);
        yield result.wasNull() ? null : value;
      }
      case DECIMAL -> decimal(result.getBigDecimal(index), column);
      case BOOLEAN -> {
        boolean value = result.getBoolean(index);
        yield result.wasNull() ? null : value;
      }
      case DATE -> result.getObject(index, LocalDate.class);
      case LOCAL_TIMESTAMP -> result.getObject(index, LocalDateTime.class);
      case INSTANT -> {
        LocalDateTime utc = result.getObject(index, LocalDateTime.class);
        yield utc == null ? null : utc.toInstant(ZoneOffset.UTC);
      }
    };
  }

  private static @Nullable BigDecimal decimal(@Nullable BigDecimal value, Column<?> column) {
    if (value == null || value.scale() == column.type().scale()) {
      return value;
    }
    try {
      return value.setScale(column.type().scale());
    } catch (ArithmeticException e) {
      throw new UnexpectedShapeException(
          "A value of column %s has %d digits after the point, its type is %s."
              .formatted(column.name(), value.scale(), column.type()),
          e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    call.close();
    if (!exhausted && call.behaviour().readsOnWhenClosed()) {
      stop();
    }
    try (connection;
        statement;
        result) {
      // Closed in reverse order: the result first, the connection back to the pool last.
    } catch (SQLException e) {
      throw call.failure(e);
    }
  }

  /** What is left is not wanted, and neither is the error by which it ends. */
  private void stop() {
    try {
      statement.cancel();
      result.close();
    } catch (SQLException e) {
      // The statement has ended, be it by itself or by being cancelled.
    }
  }
}
