package org.athena.examples.cli;

import org.athena.model.Grain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The calendars of cohorts and ages. */
final class PeriodOptions {

  @Option(
      names = "--cohorts",
      paramLabel = "GRAIN",
      description = "The periods of cohorts: day, week, month, quarter or year; default month.")
  @Nullable String cohorts;

  @Option(
      names = "--ages",
      paramLabel = "GRAIN",
      description = "The periods that ages are counted in; default month.")
  @Nullable String ages;

  Grain cohorts() {
    return cohorts == null ? Grain.MONTH : Words.grain("--cohorts", cohorts);
  }

  Grain ages() {
    return ages == null ? Grain.MONTH : Words.grain("--ages", ages);
  }
}
