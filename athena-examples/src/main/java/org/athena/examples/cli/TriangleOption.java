package org.athena.examples.cli;

import java.util.List;
import java.util.Set;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A triangle in a file, in place of a log. */
final class TriangleOption {

  @Option(
      names = "--triangle",
      paramLabel = "FILE",
      description =
          "In place of a log, a CSV file with the columns origin (or cohort), age, value and, if known, issued; value is cumulative.")
  @Nullable String file;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  boolean given() {
    return file != null;
  }

  /** The triangle; options that are not among those that go with it are refused. */
  List<Triangle> read(Set<String> with) {
    if (command != null) {
      for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
        String name = option.longestName();
        if (!name.equals("--triangle") && !with.contains(name)) {
          throw Mistake.in(name, "it is for a log, not for --triangle.");
        }
      }
    }
    return List.of(TriangleFile.read(file == null ? "" : file));
  }
}
