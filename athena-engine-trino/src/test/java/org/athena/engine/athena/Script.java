package org.athena.engine.athena;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Answers that were written before: one for each statement, the last one for all that follow. */
final class Script implements Backend {

  private final Queue<Answer> answers;

  Script(Answer... answers) {
    this.answers = new ArrayDeque<>(Arrays.asList(answers));
  }

  /**
   * An answer.
   *
   * @param end how the statement ends; null for never, until it is stopped
   * @param columns the names of its columns
   * @param rows its rows
   */
  record Answer(Status end, List<String> columns, Iterable<List<String>> rows) {

    static Answer rows(List<String> columns, Iterable<List<String>> rows) {
      return ended(new Status("SUCCEEDED", null, false, scanned(0)), columns, rows);
    }

    static Answer ended(Status end, List<String> columns, Iterable<List<String>> rows) {
      return new Answer(end, columns, rows);
    }

    static Answer failed(String reason) {
      return ended(new Status("FAILED", reason, false, scanned(0)), List.of(), List.of());
    }

    static Answer lost(String reason) {
      return ended(new Status("FAILED", reason, true, scanned(0)), List.of(), List.of());
    }

    static Answer cancelled(String reason, long bytes) {
      return ended(new Status("CANCELLED", reason, false, scanned(bytes)), List.of(), List.of());
    }

    static Answer endless() {
      return new Answer(null, List.of(), List.of());
    }
  }

  static Map<String, Object> scanned(long bytes) {
    return Map.of(
        "DataScannedInBytes",
        bytes,
        "EngineExecutionTimeInMillis",
        20,
        "QueryQueueTimeInMillis",
        3);
  }

  @Override
  public synchronized Work start(String sql, String database) {
    return new Scripted(answers.size() > 1 ? answers.remove() : answers.element());
  }

  /** Queued when it is first asked for, running then, and at its end after that. */
  private static final class Scripted implements Work {

    private final Answer answer;
    private final Iterator<List<String>> rows;
    private int asked;
    private boolean stopped;

    Scripted(Answer answer) {
      this.answer = answer;
      this.rows = answer.rows().iterator();
    }

    @Override
    public synchronized Status status() {
      asked++;
      if (stopped) {
        return new Status("CANCELLED", "Query cancelled by user", false, scanned(700));
      }
      if (asked == 1) {
        return Status.of("QUEUED");
      }
      boolean running = asked == 2 || answer.end() == null;
      return running ? new Status("RUNNING", null, false, scanned(500)) : answer.end();
    }

    @Override
    public synchronized void stop() {
      stopped = true;
    }

    @Override
    public List<String> columns() {
      return answer.columns();
    }

    @Override
    public List<String> next() {
      return rows.hasNext() ? rows.next() : null;
    }
  }
}
