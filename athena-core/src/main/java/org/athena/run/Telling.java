package org.athena.run;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.athena.model.Row;
import org.athena.spi.Rows;
import org.athena.spi.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Counts and times one statement, and tells of it once when it ends. */
final class Telling {

  private final String relation;
  private final SqlStatement statement;
  private final List<String> notes;
  private final Consumer<Ran> listener;
  private final long started = System.nanoTime();
  private boolean told;

  Telling(String relation, SqlStatement statement, List<String> notes, Consumer<Ran> listener) {
    this.relation = relation;
    this.statement = statement;
    this.notes = notes;
    this.listener = listener;
  }

  void done(long rows) {
    tell(rows, null);
  }

  void failed(Throwable error) {
    tell(0, error);
  }

  private void tell(long rows, @Nullable Throwable error) {
    if (!told) {
      told = true;
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      listener.accept(new Ran(relation, statement, notes, rows, millis, error));
    }
  }

  /** The same rows, told of when they are closed. */
  Rows over(Rows rows) {
    return new Rows() {
      private long count;

      @Override
      public @Nullable Row next() {
        try {
          Row row = rows.next();
          if (row == null) {
            done(count);
          } else {
            count++;
          }
          return row;
        } catch (RuntimeException e) {
          tell(count, e);
          throw e;
        }
      }

      @Override
      public void close() {
        rows.close();
        done(count);
      }
    };
  }
}
