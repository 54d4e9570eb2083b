package org.athena.plan;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Type;
import org.athena.sql.SqlTypes;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * A table of a from clause and the names by which its columns are called.
 *
 * @param table the table with its alias
 * @param alias the alias
 * @param hasProblems whether it has the column that tells why a row cannot be read
 */
record Source(Table<?> table, String alias, boolean hasProblems) {

  /** A column of this table. */
  @SuppressWarnings("unchecked")
  <T> Field<T> col(Column<T> column) {
    return (Field<T>) field(name(alias, column.name()), SqlTypes.of(column.type()));
  }

  /** A column of this table by name. */
  @SuppressWarnings("unchecked")
  <T> Field<T> col(String column, Type<?> type) {
    return (Field<T>) field(name(alias, column), SqlTypes.of(type));
  }

  /** Why the row cannot be read, null if it can. */
  Field<String> problem() {
    return hasProblems
        ? field(name(alias, Dataset.PROBLEM), SQLDataType.VARCHAR)
        : org.jooq.impl.DSL.castNull(SQLDataType.VARCHAR);
  }
}
