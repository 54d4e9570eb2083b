package org.athena.engine.athena;

import org.athena.model.Type;

/** Hive's types for those of the vocabulary. A timestamp has milliseconds there. */
final class HiveType {

  private HiveType() {}

  static String of(Type<?> type) {
    return switch (type.kind()) {
      case STRING -> "string";
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(%d,%d)".formatted(type.precision(), type.scale());
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT, LOCAL_TIMESTAMP -> "timestamp";
    };
  }

  static boolean isTime(Type<?> type) {
    return type.kind() == Type.Kind.INSTANT || type.kind() == Type.Kind.LOCAL_TIMESTAMP;
  }
}
