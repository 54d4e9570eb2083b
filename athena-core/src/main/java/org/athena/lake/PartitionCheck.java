package org.athena.lake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Expr;
import org.athena.model.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells by an object's key whether a condition on partition columns can hold for its rows, in the
 * three-valued logic of SQL.
 */
final class PartitionCheck {

  private static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  private final Dataset dataset;
  private final Predicate condition;

  PartitionCheck(Dataset dataset, Predicate condition) {
    this.dataset = dataset;
    this.condition = condition;
  }

  /** Whether it can; also where the key's values cannot be read as the columns' types. */
  boolean mayHold(String key) {
    Map<String, Comparable<?>> values = new HashMap<>();
    Map<String, String> texts = texts(key);
    for (Column<?> column : dataset.layout().partitions()) {
      String text = texts.get(column.name());
      if (text == null) {
        return true;
      }
      if (text.equals(NULL)) {
        continue;
      }
      Comparable<?> value = value(column, text);
      if (value == null) {
        return true;
      }
      values.put(column.name(), value);
    }
    return Boolean.TRUE.equals(truth(condition, values));
  }

  private static Map<String, String> texts(String key) {
    Map<String, String> texts = new HashMap<>();
    for (String folder : key.split("/")) {
      int equals = folder.indexOf('=');
      if (equals > 0) {
        String text = folder.substring(equals + 1).replace("+", "%2B");
        texts.put(folder.substring(0, equals), URLDecoder.decode(text, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static @Nullable Comparable<?> value(Column<?> column, String text) {
    try {
      return switch (column.type().kind()) {
        case STRING -> text;
        case INTEGER -> Long.valueOf(text);
        case DATE -> LocalDate.parse(text);
        default -> null;
      };
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Boolean truth(Predicate condition, Map<String, Comparable<?>> values) {
    return switch (condition) {
      case Predicate.And and -> and(truth(and.left(), values), truth(and.right(), values));
      case Predicate.Or or -> {
        Boolean neither = and(not(truth(or.left(), values)), not(truth(or.right(), values)));
        yield not(neither);
      }
      case Predicate.Not not -> not(truth(not.condition(), values));
      case Predicate.IsNull isNull -> value(isNull.value(), values) == null;
      case Predicate.Comparison c ->
          compared(c.comparator(), value(c.left(), values), value(c.right(), values));
      case Predicate.In in -> {
        Boolean none = true;
        for (Expr<?> one : in.values()) {
          Boolean equal =
              compared(Predicate.Comparator.EQUAL, value(in.value(), values), value(one, values));
          none = and(none, not(equal));
        }
        yield not(none);
      }
      case Predicate.TextMatch match -> undecidable(match);
      case Predicate.IsTrue isTrue -> undecidable(isTrue);
    };
  }

  private static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
    if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
      return false;
    }
    return left == null || right == null ? null : true;
  }

  private static @Nullable Boolean not(@Nullable Boolean value) {
    return value == null ? null : !value;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Boolean compared(
      Predicate.Comparator comparator, @Nullable Comparable left, @Nullable Comparable right) {
    if (left == null || right == null) {
      return null;
    }
    int order =
        left instanceof String text
            ? compareCodePoints(text, (String) right)
            : left.compareTo(right);
    return switch (comparator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
    };
  }

  private static int compareCodePoints(String left, String right) {
    return java.util.Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
  }

  private static @Nullable Comparable<?> value(Expr<?> expr, Map<String, Comparable<?>> values) {
    return switch (expr) {
      case Column<?> column -> values.get(column.name());
      case Expr.Literal<?> literal -> (Comparable<?>) literal.value();
      default -> throw new IllegalStateException(expr.toString());
    };
  }

  private static Boolean undecidable(Predicate condition) {
    throw new IllegalStateException(condition.toString());
  }
}
