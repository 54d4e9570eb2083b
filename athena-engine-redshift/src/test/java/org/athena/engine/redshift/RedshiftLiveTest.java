package org.athena.engine.redshift;

import org.athena.Athena;
import org.athena.kit.EngineConformance;
import org.athena.model.Lake;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The same contract on a cluster that the environment names; its tables are made in the schemas
 * {@code public}, {@code mart} and {@code aggregated} of the database.
 */
@EnabledIfEnvironmentVariable(
    named = RedshiftLiveTest.URL,
    matches = "redshift:.+",
    disabledReason = "no cluster is named by " + RedshiftLiveTest.URL)
final class RedshiftLiveTest extends EngineConformance {

  static final String URL = "ATHENA_IT_REDSHIFT_URL";

  @Override
  protected Athena open(Lake lake) {
    return Athena.open(System.getenv(URL), lake);
  }

  /** Rows are sent as literals, which a cluster takes its time for. */
  @Override
  protected int seeds() {
    return 5;
  }

  @Override
  protected int rounds() {
    return 3;
  }
}
