package org.athena;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.athena.model.Row;
import org.athena.spi.Rows;

/** A cursor as a stream that closes it. */
final class RowStream {

  private RowStream() {}

  static Stream<Row> of(Rows rows) {
    Spliterator<Row> each =
        new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super Row> action) {
            Row row = rows.next();
            if (row == null) {
              rows.close();
              return false;
            }
            action.accept(row);
            return true;
          }
        };
    return StreamSupport.stream(each, false).onClose(rows::close);
  }
}
