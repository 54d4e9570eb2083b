package org.athena.engine.trino;

import java.util.Locale;

/**
 * The type of a column in Parquet files.
 *
 * @param kind the kind of values
 * @param precision digits in all, for decimals
 * @param scale digits after the point, for decimals
 */
record ParquetType(Kind kind, int precision, int scale) {

  /** The kinds of values. */
  enum Kind {
    BOOLEAN,
    INTEGER,
    BIGINT,
    REAL,
    DOUBLE,
    DECIMAL,
    DATE,
    /** As a clock on the wall shows it. */
    TIMESTAMP,
    /** A point in time, which the server's tables have as a timestamp in UTC. */
    INSTANT,
    VARCHAR,
    /** One that is not read. */
    OTHER
  }

  static ParquetType of(Kind kind) {
    return new ParquetType(kind, 0, 0);
  }

  static ParquetType decimal(int precision, int scale) {
    return new ParquetType(Kind.DECIMAL, precision, scale);
  }

  /** The type as a Hive table declares it. */
  String sql() {
    return switch (kind) {
      case DECIMAL -> "decimal(%d, %d)".formatted(precision, scale);
      case TIMESTAMP, INSTANT -> "timestamp(6)";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }
}
