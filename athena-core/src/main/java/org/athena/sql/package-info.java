/** Turns plans into the text of each family of SQL. */
@NullMarked
package org.athena.sql;

import org.jspecify.annotations.NullMarked;
