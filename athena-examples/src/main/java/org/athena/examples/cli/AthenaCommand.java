package org.athena.examples.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that the others belong to. */
@Command(
    name = "athena",
    synopsisSubcommandLabel = "COMMAND",
    description = {"Gift-card breakage from a log of events in files.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {"", "'athena COMMAND --help' lists the options of a command."})
final class AthenaCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  boolean help;
}
