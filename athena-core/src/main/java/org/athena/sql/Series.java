package org.athena.sql;

import org.jooq.Field;
import org.jooq.Table;

/**
 * Rows beside whole numbers.
 *
 * @param table each row as often as there are numbers for it
 * @param number the number
 */
public record Series(Table<?> table, Field<Long> number) {}
