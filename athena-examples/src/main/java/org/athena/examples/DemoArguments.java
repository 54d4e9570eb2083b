package org.athena.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import org.athena.examples.sample.SampleLog;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the demo.
 *
 * @param cards how many cards the log has
 * @param folder where the log is kept; null for a folder that is removed
 */
record DemoArguments(long cards, @Nullable Path folder) {

  private static final long USUAL_CARDS = 100_000;

  /** Fewer have no triangle in every program. */
  private static final long FEWEST_CARDS = 1_000;

  DemoArguments {
    if (cards < FEWEST_CARDS || cards > SampleLog.MOST_CARDS) {
      throw new IllegalArgumentException(
          "Cannot run the demo on %d cards: %d to %d are possible."
              .formatted(cards, FEWEST_CARDS, SampleLog.MOST_CARDS));
    }
    if (folder != null && Files.exists(folder.resolve("transactions"))) {
      throw new IllegalArgumentException(
          "Cannot run the demo in %s: it has a log already. Name a new folder.".formatted(folder));
    }
  }

  static DemoArguments of(String... args) {
    if (args.length > 2) {
      throw new IllegalArgumentException(
          "Cannot run the demo with %d arguments: it takes a number of cards and a folder."
              .formatted(args.length));
    }
    long cards = args.length < 1 ? USUAL_CARDS : number(args[0]);
    return new DemoArguments(cards, args.length < 2 ? null : Path.of(args[1]));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.replaceAll("[_,]", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "Cannot run the demo on '%s' cards: that is no number. Give one such as 100000."
              .formatted(text),
          e);
    }
  }
}
