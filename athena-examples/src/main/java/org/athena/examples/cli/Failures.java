package org.athena.examples.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.athena.error.AthenaException;
import org.athena.error.BadDataException;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineUnavailableException;
import org.athena.error.InvalidQuestionException;
import org.athena.error.UnsupportedByEngineException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a run ends with when it cannot answer: one line and a status. */
final class Failures {

  private Failures() {}

  /** 2 where the caller can mend an option or a file, 1 for all else. */
  static int status(Throwable failure) {
    boolean mendable =
        switch (failure) {
          case Mistake m -> true;
          case InvalidQuestionException e -> true;
          case BadDataException e -> true;
          case UnsupportedByEngineException e -> true;
          case EngineUnavailableException e -> true;
          case EngineFailedException e ->
              switch (e.kind()) {
                case STORAGE, NOT_FOUND, BAD_VALUE -> true;
                default -> false;
              };
          default -> false;
        };
    return mendable ? Cli.MISTAKE : Cli.FAILED;
  }

  static String line(Throwable failure) {
    String message = Objects.toString(failure.getMessage(), failure.getClass().getSimpleName());
    return failure instanceof Mistake || failure instanceof AthenaException
        ? inOptions(message)
        : "Failed: %s: %s; -v shows where.".formatted(failure.getClass().getSimpleName(), message);
  }

  /**
   * The library's message without the engine's quote of a statement, and its advice in the words of
   * the command.
   */
  private static String inOptions(String message) {
    return message
        .replaceFirst("(?s)\\s+LINE \\d+: .*", "")
        .replace(
            "Invalid result set", "a file cannot be read to its end; is it cut off, or not UTF-8?")
        .replace(
            "Rename it in the log with select(...).",
            "Leave it out of --by, or rename it in the file.")
        .replace("unmapped(SET_ASIDE)", "--unmapped set-aside")
        .replace("expiry(column)", "--expiry COL")
        .replace("knownAt(column)", "--known COL");
  }

  /** The line about arguments that are no options of a command. */
  static String line(ParameterException failure) {
    String message = Objects.toString(failure.getMessage(), "Wrong arguments.");
    CommandSpec spec = failure.getCommandLine().getCommandSpec();
    String hint = "";
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String wanted = unmatched.getUnmatched().get(0);
      List<String> names =
          spec.subcommands().isEmpty()
              ? spec.options().stream().flatMap(o -> Arrays.stream(o.names())).toList()
              : List.copyOf(spec.subcommands().keySet());
      hint = Nearest.hint(wanted.replaceFirst("=.*", ""), names);
    }
    return "%s.%s '%s --help' lists what there is."
        .formatted(message.replaceFirst("\\.$", ""), hint, spec.qualifiedName());
  }
}
