package org.athena.examples.cli;

import java.io.PrintStream;
import java.io.Writer;

/**
 * What a command talks to.
 *
 * @param out takes the answer and nothing else
 * @param err takes what people should know beside it
 * @param terminal whether {@code err} is a terminal, so that progress may be shown
 */
record Shell(Writer out, PrintStream err, boolean terminal) {

  /** Tells people one line. */
  void say(String text) {
    err.print(PlainText.line(text) + "\n");
    err.flush();
  }
}
