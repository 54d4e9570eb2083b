package org.athena.examples.cli;

import java.util.Locale;
import org.athena.RunOptions;
import org.athena.spi.Progress;

/** A line on a terminal that says how far a question has come; it goes away in the end. */
final class ProgressLine implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 1_000;
  private static final int WIDTH = 40;

  private final Shell shell;
  private String shown = "";
  private boolean closed;

  ProgressLine(Shell shell) {
    this.shell = shell;
  }

  /** The conditions of a call that tells this line. */
  RunOptions options() {
    return shell.terminal() ? RunOptions.none().onProgress(this::show) : RunOptions.none();
  }

  private synchronized void show(Progress progress) {
    String text = text(progress);
    if (!closed && progress.millis() >= PATIENCE_MILLIS && !text.equals(shown)) {
      shell.err().print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())));
      shell.err().flush();
      shown = text;
    }
  }

  /** The engine's estimate is 0 until it knows better. */
  private static String text(Progress progress) {
    long seconds = progress.millis() / 1000;
    return progress.fraction() > 0
        ? String.format(
            Locale.ROOT, "%.0f %% after %d s", 100 * Math.clamp(progress.fraction(), 0, 1), seconds)
        : seconds + " s";
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (!shown.isEmpty()) {
      shell.err().print("\r" + " ".repeat(WIDTH) + "\r");
      shell.err().flush();
    }
  }
}
