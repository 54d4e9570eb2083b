package org.athena.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.athena.Athena;
import org.athena.lake.S3Store;
import org.athena.model.Lake;
import org.athena.spi.Capability;
import org.athena.spi.EngineProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's table of engines and capabilities is what the profiles say. */
class CapabilityTableTest {

  private static final Path README = Path.of("../README.md");

  @TempDir private Path mirror;

  @Test
  void isCurrent() throws IOException {
    String table = table(engines());
    String readme = Files.readString(README);

    assertTrue(readme.contains("\n" + table + "\n"), "put this table into the README:\n" + table);
  }

  @Test
  void tellsWhatAnEngineLacks() {
    for (Capability capability : List.of(Capability.FILES, Capability.MATERIALIZED_VIEWS)) {
      Stream<Boolean> can = engines().values().stream().map(engine -> engine.can(capability));

      assertEquals(Set.of(true, false), can.collect(Collectors.toSet()), capability::name);
    }
  }

  /** Each engine as it is opened, with the options that change what it can do. */
  private Map<String, EngineProfile> engines() {
    Map<String, EngineProfile> engines = new LinkedHashMap<>();
    engines.put("DuckDB", Athena.profile("duckdb:"));
    engines.put("DuckDB, lake in S3", overS3());
    engines.put("Trino", Athena.profile("trino://host:8080/hive/raw"));
    engines.put("Trino, `lake`", Athena.profile("trino://host:8080/hive/raw?lake=s3://lake"));
    String athena = "athena://eu-central-1/primary?output=s3://results";
    engines.put("Amazon Athena", Athena.profile(athena));
    engines.put("Amazon Athena, `tables`", Athena.profile(athena + "&tables=s3://tables"));
    String redshift = "redshift://host:5439/db?user=analyst&password=secret";
    engines.put("Redshift", Athena.profile(redshift));
    engines.put("Redshift, `lake`", Athena.profile(redshift + "&lake=s3://lake"));
    return engines;
  }

  private EngineProfile overS3() {
    var store =
        S3Store.at(
            "s3://lake",
            S3Store.endpoint(URI.create("http://localhost:9"), "us-east-1", "key", "secret"));
    try (store;
        Athena athena = Athena.open("duckdb:", Lake.mirroring(store, mirror, 1))) {
      return athena.engine();
    }
  }

  private static String table(Map<String, EngineProfile> engines) {
    String head =
        Stream.of(Capability.values())
            .map(Capability::name)
            .collect(Collectors.joining(" | ", "| engine | ", " |"));
    String rule = "|---".repeat(Capability.values().length + 1) + "|";
    return Stream.concat(
            Stream.of(head, rule),
            engines.entrySet().stream().map(engine -> row(engine.getKey(), engine.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String name, EngineProfile engine) {
    return Stream.of(Capability.values())
        .map(each -> engine.can(each) ? "yes" : "no")
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
  }
}
