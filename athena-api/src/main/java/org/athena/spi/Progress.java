package org.athena.spi;

import org.jspecify.annotations.Nullable;

/**
 * How far a statement has come.
 *
 * @param fraction the part that is done, 0 to 1, as the engine estimates it
 * @param millis the time since it was sent
 * @param rows how many rows the engine has read; -1 where it does not tell
 * @param bytes how many bytes the engine has read; -1 where it does not tell
 * @param queryId the engine's name for the running statement; null where it gives none
 */
public record Progress(
    double fraction, long millis, long rows, long bytes, @Nullable String queryId) {}
