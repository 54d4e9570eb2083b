package org.athena.engine.duckdb;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.RunOptions;
import org.athena.error.BadDataException;
import org.athena.error.EngineFailedException;
import org.athena.error.InvalidQuestionException;
import org.athena.fixture.S3Service;
import org.athena.lake.S3Store;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.athena.model.ObjectStore;
import org.athena.query.Query;
import org.athena.query.Unreadable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** What a lake in S3 brings to DuckDB, and when. */
class DuckDbS3Test {

  private static final Column<LocalDate> DAY = Column.date("day");
  private static final Column<Long> N = Column.integer("n");
  private static final Dataset SALES =
      Dataset.of("sales", N, DAY).layout(Layout.csv().partitionedBy(DAY)).at("raw/sales/**/*.csv");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @TempDir Path mirror;
  private final String prefix = "t-" + UUID.randomUUID();
  private final List<ObjectStore.StoredObject> read = new ArrayList<>();

  @BeforeEach
  void putThreeDays() {
    for (int day = 1; day <= 3; day++) {
      put("raw/sales/day=2024-01-0%d/a.csv".formatted(day), "n\n%d\nx%d\n".formatted(day, day));
    }
  }

  private void put(String key, String text) {
    S3Lakes.CLIENT.putObject(
        request -> request.bucket("lake").key(prefix + "/" + key), RequestBody.fromString(text));
  }

  /** The service's store, with a note of what is read. */
  private ObjectStore noting(ObjectStore store) {
    return new ObjectStore() {
      @Override
      public String location() {
        return store.location();
      }

      @Override
      public List<StoredObject> list(String below) {
        return store.list(below);
      }

      @Override
      public void read(StoredObject object, long from, OutputStream to) {
        synchronized (read) {
          read.add(object);
        }
        store.read(object, from, to);
      }

      @Override
      public void close() {
        store.close();
      }
    };
  }

  private Athena open(long mostBytes) {
    S3Store store = S3Store.through(S3Lakes.CLIENT, "s3://lake/" + prefix);
    return Athena.open("duckdb:", Lake.mirroring(noting(store), mirror, mostBytes));
  }

  private Athena open() {
    return open(1L << 20);
  }

  private static List<Long> numbers(Athena athena, Query query) {
    return athena.rows(query).stream().map(row -> row.require(N)).sorted().toList();
  }

  private long files() {
    try (Stream<Path> paths = Files.walk(mirror.resolve("raw"))) {
      return paths.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bringsOnlyThePartitionsThatAQuestionNeedsAndOnlyOnce() {
    try (Athena athena = open()) {
      assertEquals(List.of(2L), numbers(athena, from(SALES).where(DAY.eq(FIRST.plusDays(1)))));
      assertEquals(1, files());
      assertEquals(1, athena.rows(Unreadable.of(SALES)).size() / 3);
      assertEquals(List.of(1L, 2L, 3L), numbers(athena, from(SALES)));
      assertEquals(3, read.size());
      assertEquals(List.of(), numbers(athena, from(SALES).where(DAY.lt(FIRST))));
    }
  }

  @Test
  void seesWhatIsNewChangedAndGone() {
    try (Athena athena = open()) {
      assertEquals(List.of(1L, 2L, 3L), numbers(athena, from(SALES)));
      put("raw/sales/day=2024-01-04/a.csv", "n\n4\n");
      put("raw/sales/day=2024-01-01/a.csv", "n\n7\n9\n");
      S3Lakes.CLIENT.deleteObject(
          request -> request.bucket("lake").key(prefix + "/raw/sales/day=2024-01-02/a.csv"));

      assertEquals(List.of(3L, 4L, 7L, 9L), numbers(athena, from(SALES)));
    }
  }

  @Test
  void goesOnWhereATransferBrokeOff() throws IOException {
    try (Athena athena = open()) {
      numbers(athena, from(SALES));
    }
    Path file = mirror.resolve("raw/sales/day=2024-01-01/a.csv");
    String whole = Files.readString(file);
    String version =
        S3Lakes.store("s3://lake/" + prefix).list("raw/sales/day=2024-01-01").get(0).version();
    Files.writeString(
        mirror.resolve(
            ".athena-mirror/raw/sales/day=2024-01-01/a.csv."
                + Integer.toHexString(version.hashCode())
                + ".part"),
        whole.substring(0, 3));
    Files.delete(file);
    ConcurrentLinkedQueue<Double> fractions = new ConcurrentLinkedQueue<>();
    try (Athena athena = open()) {
      RunOptions told =
          RunOptions.none().onProgress(progress -> fractions.add(progress.fraction()));
      assertEquals(3, athena.rows(from(SALES), told).size());
    }
    assertEquals(whole, Files.readString(file));
    assertEquals(3 / 7.0, fractions.iterator().next(), 1e-9, "the three bytes that were there");
  }

  @Test
  void holdsNoMoreThanItMay() {
    try (Athena athena = open(12)) {
      for (int day = 0; day < 3; day++) {
        LocalDate wanted = FIRST.plusDays(day);
        assertEquals(List.of(day + 1L), numbers(athena, from(SALES).where(DAY.eq(wanted))));
        assertTrue(files() <= 2, "two objects of five bytes fit");
      }
      InvalidQuestionException e =
          assertThrows(InvalidQuestionException.class, () -> numbers(athena, from(SALES)));
      assertTrue(e.getMessage().contains("Ask for fewer partitions or allow more"), e.getMessage());
    }
  }

  @Test
  void saysWhatIsMissingOrForbidden() {
    Dataset none = Dataset.of("none", N).layout(Layout.csv()).at("raw/none/*.csv");
    try (Athena athena = open()) {
      BadDataException e = assertThrows(BadDataException.class, () -> athena.rows(none));
      assertTrue(e.getMessage().contains("no object of s3://lake/" + prefix), e.getMessage());
      assertFalse(e.getMessage().contains(S3Service.SECRET_KEY), e.getMessage());
    }
    S3Store nowhere = S3Lakes.store("s3://no-such-bucket");
    try (Athena athena = Athena.open("duckdb:", Lake.mirroring(nowhere, mirror, 1000))) {
      EngineFailedException e = assertThrows(EngineFailedException.class, () -> athena.rows(SALES));
      assertEquals(EngineFailedException.Kind.NOT_FOUND, e.kind());
    }
  }
}
