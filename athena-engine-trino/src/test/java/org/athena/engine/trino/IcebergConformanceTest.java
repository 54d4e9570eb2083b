package org.athena.engine.trino;

/** Trino answers as every engine must, over Iceberg tables in an S3 service. */
final class IcebergConformanceTest extends CatalogConformance {

  IcebergConformanceTest() {
    super("iceberg");
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
