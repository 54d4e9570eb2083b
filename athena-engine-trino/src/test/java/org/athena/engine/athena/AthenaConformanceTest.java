package org.athena.engine.athena;

import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.athena.Athena;
import org.athena.fixture.TrinoServer;
import org.athena.kit.EngineConformance;
import org.athena.kit.Table;
import org.athena.model.Dataset;
import org.athena.model.Lake;
import org.athena.model.Layout;
import org.junit.jupiter.api.AfterAll;

/**
 * Amazon Athena answers as every engine must: the engine sends its statements over the service's
 * protocol, and a Trino server with the former rules for decimals runs them.
 */
final class AthenaConformanceTest extends EngineConformance {

  private static final String SCHEMA = "athena_conformance";

  private final TrinoServer server = TrinoServer.withFormerDecimals();
  private Athena trino;
  private final Endpoint endpoint = new Endpoint(new TrinoBackend(server.address(), "hive"));

  @Override
  protected Athena open(Lake lake) {
    return Athena.over(endpoint.engine("tables=s3://lake/tables&database=" + SCHEMA).open());
  }

  /** The tables are put there by Trino, from files, which is faster than by literals. */
  @Override
  protected Dataset load(Athena athena, Path folder, Table table) {
    String file = table.name() + ".jsonl";
    table.writeTo(folder.resolve(file));
    Dataset lines =
        Dataset.of("lines_of_" + table.name(), table.columns()).layout(Layout.jsonLines()).at(file);
    if (trino == null) {
      trino = Athena.open(server.url("hive", SCHEMA, folder), Lake.at(folder));
    }
    return trino.publish(from(lines)).asTable(table.name());
  }

  @Override
  protected int seeds() {
    return 20;
  }

  @Override
  protected int rounds() {
    return 1;
  }

  @AfterAll
  void sendsOnlyWhatTheServiceHas() {
    try {
      List<String> sent = endpoint.statements();
      assertTrue(sent.size() > 100, () -> sent.size() + " statements sent");
      sent.forEach(AthenaSqlGate::check);
    } finally {
      trino.close();
      endpoint.close();
    }
  }
}
