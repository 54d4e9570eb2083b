package org.athena.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records as shapes of rows: a component stands for the column of its name in snake case. */
final class RecordShape {

  private RecordShape() {}

  static List<Column<?>> columnsOf(Class<? extends Record> record) {
    List<Column<?>> columns = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      columns.add(new Column<>(columnName(component), typeOf(record, component)));
    }
    return columns;
  }

  /** {@code occurredAt} is {@code occurred_at}. */
  private static String columnName(RecordComponent component) {
    return component.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Type<?> typeOf(Class<?> record, RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return Type.STRING;
    } else if (type == Long.class || type == long.class) {
      return Type.INTEGER;
    } else if (type == Boolean.class || type == boolean.class) {
      return Type.BOOLEAN;
    } else if (type == LocalDate.class) {
      return Type.DATE;
    } else if (type == Instant.class) {
      return Type.INSTANT;
    } else if (type == LocalDateTime.class) {
      return Type.LOCAL_TIMESTAMP;
    } else if (type == BigDecimal.class) {
      return decimalOf(record, component);
    }
    throw new IllegalArgumentException(
        "Cannot make a column of %s.%s: its type is %s. Use String, long, BigDecimal, boolean, LocalDate, Instant or LocalDateTime."
            .formatted(record.getSimpleName(), component.getName(), type.getSimpleName()));
  }

  private static Type<BigDecimal> decimalOf(Class<?> record, RecordComponent component) {
    Decimal digits = component.getAnnotation(Decimal.class);
    if (digits == null) {
      throw new IllegalArgumentException(
          "Cannot make a column of %s.%s: its digits are not stated. Write @Decimal(precision = 18, scale = 2) before it."
              .formatted(record.getSimpleName(), component.getName()));
    }
    return Type.decimal(digits.precision(), digits.scale());
  }

  /** The row as a record; every component takes the value of its column. */
  static <R extends Record> R read(Row row, Class<R> record) {
    RecordComponent[] components = record.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = row.get(columnName(components[i]));
      if (values[i] == null && components[i].getType().isPrimitive()) {
        throw new IllegalArgumentException(
            "Cannot read a row into %s: column %s is null and component %s is a primitive. Declare it as an object type."
                .formatted(
                    record.getSimpleName(), columnName(components[i]), components[i].getName()));
      }
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = record.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "Cannot read a row into %s: its constructor refused the values."
              .formatted(record.getSimpleName()),
          e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot read a row into %s: components %s do not take the columns %s. Match names in snake case and types, and open the package to org.athena.api if it is in a module."
              .formatted(record.getSimpleName(), Arrays.toString(types), row.columns()),
          e);
    }
  }
}
