package org.athena.engine.trino;

import org.athena.Athena;
import org.athena.model.Lake;
import org.junit.jupiter.api.Assumptions;

/**
 * Trino answers as every engine must, over Iceberg tables in an S3 service. Five minutes long, it
 * runs with {@code -Dathena.iceberg=true}.
 */
final class IcebergConformanceTest extends CatalogConformance {

  IcebergConformanceTest() {
    super("iceberg");
  }

  @Override
  protected Athena open(Lake lake) {
    if (!Boolean.getBoolean("athena.iceberg")) {
      String message = "athena.iceberg is not true: nothing is proven over Iceberg tables.";
      System.err.println("!!! " + message);
      Assumptions.abort(message);
    }
    return super.open(lake);
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
