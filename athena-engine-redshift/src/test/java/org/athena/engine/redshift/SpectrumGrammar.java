package org.athena.engine.redshift;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The shapes of our own statements for files, written from the synopses of the guide: only what we
 * send is in it.
 */
final class SpectrumGrammar {

  private static final String TYPE =
      "(varchar \\( # \\)|decimal \\( # , # \\)|bigint|boolean|date|timestamp)";
  private static final String COLUMNS = "\\( N " + TYPE + "( , N " + TYPE + ")* \\)";
  private static final String VALUES = "\\( N = L( , N = L)* \\)";

  private static final List<Pattern> SHAPES =
      List.of(
          // CREATE EXTERNAL SCHEMA (r_CREATE_EXTERNAL_SCHEMA)
          shape(
              "create external schema if not exists N from data catalog database L iam_role (L|default) create external database if not exists"),
          // CREATE EXTERNAL TABLE (r_CREATE_EXTERNAL_TABLE)
          shape(
              "create external table N . N "
                  + COLUMNS
                  + "( partitioned by "
                  + COLUMNS
                  + ")? stored as parquet location S"),
          // ALTER TABLE, ADD PARTITION (r_ALTER_TABLE)
          shape("alter table N . N add if not exists( partition " + VALUES + " location S){1,100}"),
          // CREATE VIEW (r_CREATE_VIEW)
          shape(
              "create view N . N as select N( , N)* , cast \\( null as varchar \\( # \\) \\) as N from N . N with no schema binding"),
          // CREATE SCHEMA (r_CREATE_SCHEMA)
          shape("create schema if not exists N"));

  private SpectrumGrammar() {}

  private static Pattern shape(String text) {
    return Pattern.compile(text);
  }

  static void check(String sql) {
    String words = SqlTokens.of(sql).shape();
    if (SHAPES.stream().noneMatch(shape -> shape.matcher(words).matches())) {
      throw new AssertionError("No statement of the guide: " + sql);
    }
  }
}
