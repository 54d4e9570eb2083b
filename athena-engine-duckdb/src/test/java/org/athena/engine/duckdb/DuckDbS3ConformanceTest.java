package org.athena.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.athena.Athena;
import org.athena.fixture.S3Service;
import org.athena.kit.EngineConformance;
import org.athena.lake.S3Store;
import org.athena.model.Lake;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB answers as every engine must over a lake in S3. */
final class DuckDbS3ConformanceTest extends EngineConformance {

  private static final long MOST_BYTES = 64L << 20;

  @TempDir static Path mirrors;

  /** The kit's folder becomes a bucket: its files are objects at once. */
  @Override
  protected Athena open(Lake lake) {
    Path bucket = S3Service.running().buckets().resolve("kit-" + UUID.randomUUID());
    try {
      Files.createSymbolicLink(bucket, lake.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    S3Store store = S3Lakes.store("s3://" + bucket.getFileName());
    Path mirror = mirrors.resolve(UUID.randomUUID().toString());
    return Athena.open("duckdb:", Lake.mirroring(store, mirror, MOST_BYTES));
  }

  @Override
  protected int rounds() {
    return 2;
  }
}
