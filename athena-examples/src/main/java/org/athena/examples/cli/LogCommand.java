package org.athena.examples.cli;

import java.io.IOException;
import java.util.List;
import org.athena.breakage.AuditReport;
import org.athena.query.AuditQuery;

/** The way of a command from a log to an answer. */
final class LogCommand {

  /** What one command does with an open log. */
  @FunctionalInterface
  interface Answer {
    void write(LogOptions.Opened log, ProgressLine progress) throws IOException;
  }

  private LogCommand() {}

  /** Opens the log, writes the answer, then says what was left out of it. */
  static int run(
      Shell shell, LogOptions options, List<String> by, OutputOptions output, Answer answer)
      throws IOException {
    try (LogOptions.Opened log = options.open(by)) {
      try (ProgressLine progress = new ProgressLine(shell)) {
        answer.write(log, progress);
      }
      shell.out().flush();
      if (!output.quiet) {
        sayWhatWasLeftOut(shell, log);
      }
      return Cli.OK;
    }
  }

  private static void sayWhatWasLeftOut(Shell shell, LogOptions.Opened log) {
    AuditReport audit;
    try (ProgressLine progress = new ProgressLine(shell)) {
      audit = log.athena().fetch(AuditQuery.of(log.cards(), log.asOf()), progress.options());
    }
    long aside = audit.rows(AuditReport.Disposition.SET_ASIDE);
    long duplicates = audit.rows(AuditReport.Disposition.DUPLICATE);
    long superseded = audit.rows(AuditReport.Disposition.SUPERSEDED);
    if (aside + duplicates + superseded > 0) {
      shell.say(
          "Of %d rows %d were set aside, %d are duplicates and %d are superseded; 'athena audit' with the same options says why."
              .formatted(audit.rowsIn(), aside, duplicates, superseded));
    }
  }
}
