package org.athena.sql;

import org.athena.model.Type;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** The engine types that stand for the types of the vocabulary. */
public final class SqlTypes {

  private SqlTypes() {}

  /** The engine type of a column type; instants are timestamps in UTC. */
  public static DataType<?> of(Type<?> type) {
    return switch (type.kind()) {
      case STRING -> SQLDataType.VARCHAR;
      case INTEGER -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.DECIMAL(type.precision(), type.scale());
      case BOOLEAN -> SQLDataType.BOOLEAN;
      case DATE -> SQLDataType.LOCALDATE;
      case INSTANT, LOCAL_TIMESTAMP -> SQLDataType.LOCALDATETIME;
    };
  }
}
