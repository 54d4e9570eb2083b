package org.athena.examples.cli;

import picocli.CommandLine.Option;

/** How an answer is shown. */
final class OutputOptions {

  /** The forms of an answer. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      description = "table for people (default), csv or json for programs.")
  String format = "table";

  @Option(
      names = {"-q", "--quiet"},
      description = "Without the line about rows that were left out, and the work to count them.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "With the stack trace of an error.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  boolean help;

  Format format() {
    return Words.choice("--format", format, Words.of(Format.class));
  }
}
