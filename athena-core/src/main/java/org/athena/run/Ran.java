package org.athena.run;

import java.util.List;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that has run.
 *
 * @param relation the name of what was asked
 * @param statement what was sent
 * @param notes the lowerings chosen and why
 * @param rows how many rows were read
 * @param millis the time from sending to the last row read
 * @param error what it ended with; null for a good end
 */
public record Ran(
    String relation,
    SqlStatement statement,
    List<String> notes,
    long rows,
    long millis,
    @Nullable Throwable error) {}
