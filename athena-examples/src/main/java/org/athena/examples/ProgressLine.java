package org.athena.examples;

import java.io.Console;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * How far a piece of work has come, in one line: overwritten on a terminal, elsewhere printed at
 * most once a second. Safe for several threads.
 */
final class ProgressLine {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final PrintStream out;
  private final boolean terminal;
  private int width;
  private long shownAt = System.nanoTime();

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Whether this program talks to a person: from Java 22 on, a console is there in a pipe too. */
  @SuppressWarnings("SystemConsoleNull")
  static boolean onTerminal() {
    Console console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  synchronized void show(String text) {
    if (terminal) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      out.flush();
      width = text.length();
    } else if (System.nanoTime() - shownAt >= SECOND) {
      out.println(text);
      shownAt = System.nanoTime();
    }
  }

  /** Takes the line away, so that what comes next starts at the margin. */
  synchronized void clear() {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
    shownAt = System.nanoTime();
  }
}
