package org.athena.engine.trino;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.athena.Athena;
import org.athena.error.BadDataException;
import org.athena.fixture.S3Service;
import org.athena.fixture.TrinoServer;
import org.athena.lake.S3Store;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is only in S3: the server reads its objects, and nothing is brought here. */
final class TrinoStoreTest {

  private static final Column<String> ID = Column.string("id");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<LocalDate> DAY = Column.date("day");

  @TempDir Path mirror;

  private Path objects;
  private S3Store store;
  private Athena athena;

  @BeforeEach
  void open() throws IOException {
    objects = Files.createTempDirectory(S3Service.running().buckets().resolve("lake"), "store");
    String location = "s3://lake/" + objects.getFileName();
    store =
        S3Store.at(
            location,
            S3Store.endpoint(
                URI.create(S3Service.running().endpoint()),
                "us-east-1",
                S3Service.ACCESS_KEY,
                S3Service.SECRET_KEY));
    String url =
        "trino://%s/iceberg/store?files=lake&lake=%s"
            .formatted(TrinoServer.running().address(), location);
    athena = Athena.open(url, Lake.mirroring(store, mirror, 1));
  }

  @AfterEach
  void close() throws IOException {
    athena.close();
    store.close();
    try (var brought = Files.list(mirror)) {
      assertEquals(List.of(), brought.toList(), "nothing is brought");
    }
  }

  private void put(String key, byte[] bytes) throws IOException {
    Path file = objects.resolve(key);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void put(String key, String text) throws IOException {
    put(key, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private List<String> rows(Dataset dataset) {
    return athena.rows(from(dataset).orderBy(ID.asc())).stream()
        .map(row -> row.values().toString())
        .toList();
  }

  @Test
  void textsAreFoundByTheStore() throws IOException {
    put("in/a.csv", "id,amount\na,1\nx,no\n");
    put("in/b.csv.gz", zipped("amount,id\n2.50,b\n"));
    put("in-other/c.csv", "id,amount\nc,3\n");
    Dataset sales = Dataset.of("sales", ID, AMOUNT).layout(Layout.csv()).at("in/*.csv*");

    assertEquals(List.of("[a, 1.00]", "[b, 2.50]"), rows(sales));
    put("in/d.csv", "id,amount\nd,4\n");
    assertEquals(List.of("[a, 1.00]", "[b, 2.50]", "[d, 4.00]"), rows(sales), "a new object");
    put("in/d.csv", "amount,id\n44,d\n");
    assertEquals(List.of("[a, 1.00]", "[b, 2.50]", "[d, 44.00]"), rows(sales), "an other object");
  }

  @Test
  void oneObjectIsADataSetToo() throws IOException {
    put("one.jsonl", "{\"id\": \"a\", \"amount\": 1.5}\n");
    put("one.jsonl.old", "{\"id\": \"b\", \"amount\": 2}\n");
    Dataset one = Dataset.of("one", ID, AMOUNT).layout(Layout.jsonLines()).at("one.jsonl");

    assertEquals(List.of("[a, 1.50]"), rows(one));
  }

  @Test
  void partitionsAreFoundByTheStore() throws Exception {
    for (String day : List.of("2024-01-01", "2024-01-02")) {
      Path file = objects.resolve("parted/day=" + day + "/part.parquet");
      Files.createDirectories(file.getParent());
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement()) {
        statement.execute(
            "COPY (SELECT '%s' AS id, 1.25::DECIMAL(18,2) AS amount) TO '%s' (FORMAT PARQUET)"
                .formatted(day.substring(8), file));
      }
    }
    Dataset parted =
        Dataset.of("parted", ID, AMOUNT, DAY)
            .layout(Layout.parquet().partitionedBy(DAY))
            .at("parted/**/*.parquet");

    assertEquals(List.of("[01, 1.25, 2024-01-01]", "[02, 1.25, 2024-01-02]"), rows(parted));
    assertEquals(1, athena.rows(from(parted).where(DAY.eq(LocalDate.parse("2024-01-02")))).size());
    Dataset view = athena.publish(from(parted).where(ID.eq("02"))).asView("of_the_store");
    assertEquals(List.of("[02, 1.25, 2024-01-02]"), rows(view));
  }

  @Test
  void whatIsNotThereOrNoParquetIsTold() throws IOException {
    Dataset none = Dataset.of("none", ID).layout(Layout.csv()).at("none/*.csv");
    assertTrue(
        assertThrows(BadDataException.class, () -> athena.rows(none))
            .getMessage()
            .startsWith("Cannot read data set none: no file matches"));
    put("bad/a.parquet", "no such thing");
    Dataset bad = Dataset.of("bad", ID).layout(Layout.parquet()).at("bad/*.parquet");
    String message = assertThrows(BadDataException.class, () -> athena.rows(bad)).getMessage();
    assertTrue(message.endsWith("it is no Parquet file: it does not end as a Parquet file does."));
    assertFalse(message.contains(S3Service.SECRET_KEY), message);
  }
}
