package org.athena.engine.trino;

import static org.athena.query.Query.from;

import java.nio.file.Path;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.kit.EngineConformance;
import org.athena.kit.Table;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Trino answers as every engine must, over Iceberg tables in an S3 service. Five minutes long, it
 * runs with {@code -Dathena.iceberg=true}.
 */
@EnabledIfSystemProperty(named = "athena.iceberg", matches = "true")
final class IcebergConformanceTest extends EngineConformance {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open(TrinoServer.running().url("iceberg", "conformance", lake.root()), lake);
  }

  @Override
  protected Dataset load(Athena athena, Path folder, Table table) {
    Dataset lines = super.load(athena, folder, table);
    Dataset renamed = Dataset.of("lines_of_" + table.name(), lines.columns());
    Dataset files = renamed.layout(lines.layout()).at(table.name() + ".jsonl");
    return athena.publish(from(files)).asTable(table.name());
  }

  @Override
  protected int seeds() {
    return 40;
  }

  @Override
  protected int rounds() {
    return 1;
  }
}
