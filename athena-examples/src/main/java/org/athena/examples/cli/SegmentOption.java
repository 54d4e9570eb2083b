package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The columns that an answer is given by. */
final class SegmentOption {

  @Option(
      names = "--by",
      paramLabel = "COL[,...]",
      description =
          "For each combination of these columns' values: on the card's first activation, in an"
              + " audit on the row itself.")
  List<String> columns = new ArrayList<>();
}
