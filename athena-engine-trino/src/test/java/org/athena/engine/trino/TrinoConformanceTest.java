package org.athena.engine.trino;

import static org.athena.query.Query.from;

import java.nio.file.Path;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.kit.EngineConformance;
import org.athena.kit.Table;
import org.athena.model.Dataset;
import org.athena.model.Lake;

/** Trino answers as every engine must, over tables of the Hive connector. */
final class TrinoConformanceTest extends EngineConformance {

  @Override
  protected Athena open(Lake lake) {
    return Athena.open(TrinoServer.running().url("hive", "conformance", lake.root()), lake);
  }

  /** A table of its own is planned faster than a view that takes lines apart. */
  @Override
  protected Dataset load(Athena athena, Path folder, Table table) {
    Dataset lines = super.load(athena, folder, table);
    Dataset renamed = Dataset.of("lines_of_" + table.name(), lines.columns());
    Dataset files = renamed.layout(lines.layout()).at(table.name() + ".jsonl");
    return athena.publish(from(files)).asTable(table.name());
  }

  @Override
  protected int seeds() {
    return 60;
  }

  @Override
  protected int rounds() {
    return 2;
  }
}
