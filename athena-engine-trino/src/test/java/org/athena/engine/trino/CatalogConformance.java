package org.athena.engine.trino;

import static org.athena.query.Query.from;

import java.nio.file.Path;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.kit.EngineConformance;
import org.athena.kit.Table;
import org.athena.model.Dataset;
import org.athena.model.Lake;

/** The contract over the tables of a catalog of the server. */
abstract class CatalogConformance extends EngineConformance {

  private final String catalog;

  CatalogConformance(String catalog) {
    this.catalog = catalog;
  }

  @Override
  protected final Athena open(Lake lake) {
    return Athena.open(TrinoServer.running().url(catalog, "conformance", lake.root()), lake);
  }

  @Override
  protected final int seeds() {
    return 40;
  }

  @Override
  protected final int rounds() {
    return 1;
  }

  /** A table of its own is planned faster than a view that takes lines apart. */
  @Override
  protected final Dataset load(Athena athena, Path folder, Table table) {
    Dataset lines = super.load(athena, folder, table);
    Dataset renamed = Dataset.of("lines_of_" + table.name(), lines.columns());
    Dataset files = renamed.layout(lines.layout()).at(table.name() + ".jsonl");
    return athena.publish(from(files)).asTable(table.name());
  }
}
