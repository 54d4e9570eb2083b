package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @ParameterizedTest
  @ValueSource(strings = {"audit", "balances", "triangle", "rates", "forecast", "backtest"})
  void hasAnExampleForEachCommand(String command) {
    String help = Ran.of(command, "--help").answer();

    assertTrue(help.startsWith("Usage: athena " + command), help);
    assertTrue(help.contains("Example"), help);
    assertTrue(help.contains("\n  athena " + command + " --"), help);
    assertTrue(help.lines().allMatch(line -> line.length() <= 100), help);
    assertTrue(Ran.of("--help").answer().contains("\n  " + command + " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forecast", "backtest"})
  void listsMethodsAndTails(String command) {
    String help = Ran.of(command, "--help").answer();

    assertTrue(help.contains("\n  mack(average, last, "), help);
    assertTrue(help.contains("\n  chain-ladder("), help);
    assertTrue(help.contains("\n  naive(older-than)\n"), help);
    assertTrue(help.contains("\n  bf(apriori, apriori-se, "), help);
    assertTrue(help.contains("\n  exponential(periods, attach)\n"), help);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void endsQuietlyWhenItsReaderHasGone() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(err, true, StandardCharsets.UTF_8);

    assertEquals(0, Cli.run(new String[] {"--help"}, failing("Broken pipe"), print));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertEquals(1, Cli.run(new String[] {"--help"}, failing("No space left on device"), print));
    assertEquals(
        "Cannot write the answer: No space left on device\n", err.toString(StandardCharsets.UTF_8));
  }
}
