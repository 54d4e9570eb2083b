package org.athena.engine.redshift;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.error.ResultTooLargeException;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.model.Row;

/** A program with a small heap that asks for more rows than it can hold; prints what it saw. */
final class SmallHeap {

  private static final int ROWS = 1_000_000;
  private static final Column<String> X = Column.string("x");

  private SmallHeap() {}

  /** Takes the engine's URL. */
  public static void main(String[] args) {
    NativeQuery large =
        NativeQuery.of(
            "large",
            "redshift",
            "select repeat('x', 250) || n as x from generate_series(1, " + ROWS + ") n",
            X);
    try (Athena athena = Athena.open(args[0], Path.of("."))) {
      for (int i = 0; i < 2; i++) {
        try {
          System.out.println("held " + athena.rows(large).size());
        } catch (ResultTooLargeException e) {
          System.out.println(e.getMessage());
        }
      }
      try (Stream<Row> rows = athena.stream(large)) {
        System.out.println("streamed " + rows.count());
      }
    }
  }
}
