package org.athena.examples.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command {@code athena}; its texts are in UTF-8. */
public final class Cli {

  /** The status of a run that answered. */
  public static final int OK = 0;

  /** The status of a run that failed inside. */
  public static final int FAILED = 1;

  /** The status of a run with a mistake in an option or a file. */
  public static final int MISTAKE = 2;

  private static final String TERMINAL = "athena.terminal";
  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
  private static final int WIDTH = 100;

  private Cli() {}

  /** Runs and ends the process with the status. */
  public static void main(String[] args) {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "error");
    }
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    int status = run(args, new FileOutputStream(FileDescriptor.out), err);
    System.exit(status);
  }

  /**
   * Runs a command.
   *
   * @param args the command and its options
   * @param out takes the answer; a reader that has gone away ends the run quietly
   * @param err takes messages
   * @return the status: {@link #OK}, {@link #FAILED} or {@link #MISTAKE}
   */
  public static int run(String[] args, OutputStream out, PrintStream err) {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Shell shell = new Shell(writer, err, Boolean.getBoolean(TERMINAL));
    try {
      StringWriter help = new StringWriter();
      int status = commandLine(shell).setOut(new PrintWriter(help)).execute(args);
      if (status == OK) {
        writer.append(help.toString());
        writer.flush();
      }
      return status;
    } catch (IOException e) {
      return ended(shell, e);
    }
  }

  private static CommandLine commandLine(Shell shell) {
    CommandLine line = new CommandLine(new AthenaCommand());
    CommandLine forecast = new CommandLine(new ForecastCommand(shell));
    CommandLine backTest = new CommandLine(new BackTestCommand(shell));
    addMethods(forecast);
    addMethods(backTest);
    line.addSubcommand(new AuditCommand(shell))
        .addSubcommand(new BalancesCommand(shell))
        .addSubcommand(new TriangleCommand(shell))
        .addSubcommand(new RatesCommand(shell))
        .addSubcommand(forecast)
        .addSubcommand(backTest);
    return line.setExpandAtFiles(false)
        .setUsageHelpWidth(WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setParameterExceptionHandler((e, args) -> {
          shell.say(Failures.line(e));
          return MISTAKE;
        })
        .setExecutionExceptionHandler((e, command, parsed) ->
            failed(shell, e, command.getParseResult().hasMatchedOption("--verbose")));
  }

  private static void addMethods(CommandLine command) {
    CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.footer(
        Stream.of(Methods.help(), List.of(usage.footer()))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private static int failed(Shell shell, Exception failure, boolean verbose) {
    if (failure instanceof IOException io) {
      return ended(shell, io);
    }
    shell.say(Failures.line(failure));
    if (verbose) {
      failure.printStackTrace(shell.err());
    }
    return Failures.status(failure);
  }

  /** What the output ends with when it cannot be written: nothing, where its reader has gone. */
  private static int ended(Shell shell, IOException failure) {
    String message = Objects.toString(failure.getMessage(), "");
    if (message.toLowerCase(Locale.ROOT).contains("pipe")) {
      return OK;
    }
    shell.say("Cannot write the answer: " + message);
    return FAILED;
  }
}
