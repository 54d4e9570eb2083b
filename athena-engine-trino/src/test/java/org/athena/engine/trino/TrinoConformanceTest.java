package org.athena.engine.trino;

/** Trino answers as every engine must, over tables of the Hive connector. */
final class TrinoConformanceTest extends CatalogConformance {

  TrinoConformanceTest() {
    super("hive");
  }
}
