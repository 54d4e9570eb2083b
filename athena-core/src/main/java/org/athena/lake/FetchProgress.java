package org.athena.lake;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.athena.spi.Execution;
import org.athena.spi.Progress;

/** How many bytes of some objects have come; ends the work when it is cancelled. */
final class FetchProgress {

  private final long total;
  private final AtomicLong done = new AtomicLong();
  private final long start = System.nanoTime();
  private final Execution execution;

  FetchProgress(List<StoredFile> files, Execution execution) {
    this.total = files.stream().mapToLong(file -> file.object().size()).sum();
    this.execution = execution;
  }

  void add(long bytes) {
    long now = done.addAndGet(bytes);
    execution.cancellation().check();
    if (execution.progress() != null && total > 0) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      execution.progress().accept(new Progress((double) now / total, millis, -1, now, null));
    }
  }

  /** A stream that counts what goes through it. */
  OutputStream counting(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        add(length);
      }
    };
  }
}
