package org.athena.examples.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes a log chunk by chunk beside its place and then moves it there, so that a log that is there
 * is whole.
 *
 * @param log what is written
 * @param folder where
 */
record LogWriter(SampleLog log, Path folder) {

  private static final String TRANSACTIONS = "transactions";
  private static final String CARDS = "cards";

  Written write(Consumer<Progress> listener) {
    for (String name : List.of(TRANSACTIONS, CARDS)) {
      if (Files.exists(folder.resolve(name))) {
        throw new IllegalArgumentException(
            "Cannot write a sample log into "
                + folder
                + ": it has a "
                + name
                + " already. Choose another folder or delete that.");
      }
    }
    try {
      Files.createDirectories(folder);
      try (var staging = Staging.in(folder)) {
        Tally tally = writeChunks(staging, listener);
        Path transactions = staging.publish(TRANSACTIONS);
        Path cards = staging.publish(CARDS);
        return tally.written(folder, Staging.filesIn(transactions), Staging.filesIn(cards));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a sample log into " + folder + ".", e);
    }
  }

  private Tally writeChunks(Staging staging, Consumer<Progress> listener) throws IOException {
    Path transactions = staging.folder(TRANSACTIONS);
    Path cards = staging.folder(CARDS);
    List<Chunk> chunks = chunks();
    int threads = Math.min(log.output().threads(), chunks.size());
    var tally = new Tally();
    try (var writers =
            new WriterPool(number ->
                new ChunkWriter(log, transactions, cards, staging.path("spill-" + number)));
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      var done = new ExecutorCompletionService<Chunk.Done>(executor);
      chunks.forEach(chunk -> done.submit(() -> writers.write(chunk)));
      try {
        for (int i = 0; i < chunks.size(); i++) {
          tally.add(done.take().get());
          listener.accept(tally.progressOf(log.cards()));
        }
      } finally {
        executor.shutdownNow();
      }
    } catch (ExecutionException | SQLException e) {
      throw new IllegalStateException(
          "Cannot write a sample log into " + folder + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "Cannot write a sample log into " + folder + ": the thread was interrupted.", e);
    }
    return tally;
  }

  private List<Chunk> chunks() {
    int size = log.output().cardsPerFile(log.cards());
    int count = (int) ((log.cards() + size - 1) / size);
    return IntStream.range(0, count)
        .mapToObj(
            n -> new Chunk(n, (long) n * size + 1, Math.min(log.cards(), (long) (n + 1) * size)))
        .toList();
  }
}
