package org.athena.run;

import java.util.List;
import org.athena.spi.SqlStatement;

/**
 * How a relation would be asked.
 *
 * @param guards the checks sent before it
 * @param statement the statement of its rows
 * @param notes the lowerings chosen and why
 */
public record Planned(List<SqlStatement> guards, SqlStatement statement, List<String> notes) {}
