/** DuckDB in the same process. */
@NullMarked
package org.athena.engine.duckdb;

import org.jspecify.annotations.NullMarked;
