package org.athena.engine.athena;

import java.util.Map;
import org.athena.model.Layout;

/**
 * How Hive is told the format of files.
 *
 * @param input the class that reads them
 * @param output the class that writes them
 * @param serde the class that knows rows
 * @param clause the same in the words of a definition
 * @param properties the table properties that it needs
 */
record HiveFormat(
    String input, String output, String serde, String clause, Map<String, String> properties) {

  private static final String TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
  private static final String TEXT_OUTPUT =
      "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

  static HiveFormat of(Layout.Format format) {
    return switch (format) {
      case PARQUET ->
          new HiveFormat(
              "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
              "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
              "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
              "STORED AS PARQUET",
              Map.of());
      case CSV ->
          text("org.apache.hadoop.hive.serde2.OpenCSVSerde", Map.of("skip.header.line.count", "1"));
      case JSON_LINES -> text("org.openx.data.jsonserde.JsonSerDe", Map.of());
    };
  }

  private static HiveFormat text(String serde, Map<String, String> properties) {
    return new HiveFormat(
        TEXT_INPUT,
        TEXT_OUTPUT,
        serde,
        "ROW FORMAT SERDE '" + serde + "' STORED AS TEXTFILE",
        properties);
  }
}
