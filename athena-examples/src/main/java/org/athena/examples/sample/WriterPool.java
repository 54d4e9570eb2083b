package org.athena.examples.sample;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** As many chunk writers as threads ask for at a time; thread-safe. */
final class WriterPool implements AutoCloseable {

  /** Opens the writer of a number. */
  interface Opener {
    ChunkWriter open(int number) throws SQLException;
  }

  private final Opener opener;
  private final AtomicInteger opened = new AtomicInteger();
  private final Deque<ChunkWriter> idle = new ArrayDeque<>();

  WriterPool(Opener opener) {
    this.opener = opener;
  }

  /** Writes with an idle writer or a new one; one that has failed is not used again. */
  Chunk.Done write(Chunk chunk) throws SQLException {
    ChunkWriter writer = takeOrOpen();
    try {
      Chunk.Done done = writer.write(chunk);
      giveBack(writer);
      return done;
    } catch (SQLException | RuntimeException e) {
      try (writer) {
        throw e;
      }
    }
  }

  /** Closes the writers; none is to be at work any more. */
  @Override
  public synchronized void close() throws SQLException {
    while (!idle.isEmpty()) {
      idle.pop().close();
    }
  }

  private ChunkWriter takeOrOpen() throws SQLException {
    synchronized (this) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return opener.open(opened.getAndIncrement());
  }

  private synchronized void giveBack(ChunkWriter writer) {
    idle.push(writer);
  }
}
