package org.athena.spi;

/**
 * How far a statement has come.
 *
 * @param fraction the part that is done, 0 to 1, as the engine estimates it
 * @param millis the time since it was sent
 */
public record Progress(double fraction, long millis) {}
