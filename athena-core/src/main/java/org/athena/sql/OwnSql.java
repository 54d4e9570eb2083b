package org.athena.sql;

import java.math.BigDecimal;
import java.util.ServiceLoader;
import org.athena.model.Expr;
import org.athena.model.Type;
import org.athena.spi.EngineProfile;
import org.athena.spi.SqlFamily;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

/**
 * SQL that no family speaks, brought by the author of an engine whose profile names {@link
 * SqlFamily#OWN}; found by {@link ServiceLoader} under the engine's name.
 */
public interface OwnSql extends SqlTerms {

  /** The name of the engine that speaks it. */
  String engine();

  /** The dialect in which jOOQ renders all that is not a term. */
  SQLDialect dialect();

  @Override
  default DataType<BigDecimal> operand(Expr.Operation operation, Type<?> type, Type<?> other) {
    return SQLDataType.DECIMAL(Type.MAX_PRECISION, type.scale());
  }

  @Override
  default Field<?> typed(Field<?> value, Type<?> type) {
    return value.cast(SqlTypes.of(type));
  }

  /**
   * The SQL of an engine.
   *
   * @throws IllegalStateException when the engine brought none
   */
  static OwnSql of(EngineProfile engine) {
    for (OwnSql own : ServiceLoader.load(OwnSql.class)) {
      if (own.engine().equals(engine.name())) {
        return own;
      }
    }
    throw new IllegalStateException(
        "Cannot speak to engine %s: its family is OWN, and no service %s has its name. List one in META-INF/services."
            .formatted(engine.name(), OwnSql.class.getName()));
  }
}
