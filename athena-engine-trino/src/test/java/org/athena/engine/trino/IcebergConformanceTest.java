package org.athena.engine.trino;

import java.util.stream.LongStream;

/** Trino answers as every engine must, over Iceberg tables in an S3 service. */
final class IcebergConformanceTest extends CatalogConformance {

  IcebergConformanceTest() {
    super("iceberg");
  }

  /** Other settings than over the tables of Hive. */
  @Override
  public LongStream settingsNumbers() {
    return LongStream.of(2);
  }
}
