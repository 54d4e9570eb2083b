package org.athena.engine.athena;

import java.util.Set;

/**
 * The shapes of the statements that define and write tables, as the service's documentation gives
 * them: a descent that fails where a statement leaves its shape.
 *
 * @source https://docs.aws.amazon.com/athena/latest/ug/ddl-reference.html
 */
final class DefinitionGrammar {

  private static final Set<String> TYPES =
      Set.of("string", "bigint", "boolean", "date", "timestamp");
  private static final Set<String> CTAS =
      Set.of(
          "table_type",
          "is_external",
          "format",
          "write_compression",
          "location",
          "external_location",
          "partitioned_by",
          "partitioning");
  private static final Set<String> UNLOAD = Set.of("format", "compression", "partitioned_by");

  private final Tokens in;

  private DefinitionGrammar(String statement) {
    in = new Tokens(statement);
  }

  /** Makes sure that a statement has one of the shapes. */
  static void check(String statement) {
    DefinitionGrammar grammar = new DefinitionGrammar(statement);
    try {
      grammar.statement();
      grammar.in.end();
    } catch (IllegalStateException e) {
      throw new AssertionError(e.getMessage() + " in: " + statement, e);
    }
  }

  private void statement() {
    if (in.takes("CREATE EXTERNAL TABLE")) {
      externalTable();
    } else if (in.takes("CREATE DATABASE IF NOT EXISTS")) {
      in.expectKind("name");
    } else if (in.takes("CREATE OR REPLACE VIEW")) {
      table("quoted");
      in.expect("AS");
      in.query();
    } else if (in.takes("CREATE TABLE IF NOT EXISTS")) {
      icebergTable();
    } else if (in.takes("CREATE TABLE")) {
      table("quoted");
      in.expect("WITH (");
      properties(CTAS);
      in.expect(") AS");
      in.query();
    } else if (in.takes("INSERT INTO")) {
      table("quoted");
      in.query();
    } else if (in.takes("UNLOAD (")) {
      in.query();
      in.expect(") TO");
      folder();
      in.expect("WITH (");
      properties(UNLOAD);
      in.expect(")");
    } else if (in.takes("ALTER TABLE")) {
      table("name");
      in.expect("ADD IF NOT EXISTS");
      partitions();
    } else if (in.takes("MSCK REPAIR TABLE") || in.takes("DROP TABLE IF EXISTS")) {
      table("name");
    } else if (in.takes("OPTIMIZE")) {
      table("word");
      in.expect("REWRITE DATA USING BIN_PACK");
    } else {
      in.expect("VACUUM");
      table("word");
    }
  }

  private void table(String kind) {
    in.expectKind(kind);
    if (in.takes(".")) {
      in.expectKind(kind);
    }
  }

  private void externalTable() {
    in.expect("IF NOT EXISTS");
    table("name");
    columns();
    if (in.takes("PARTITIONED BY")) {
      columns();
    }
    if (in.takes("ROW FORMAT SERDE")) {
      in.expectKind("text");
    }
    in.expect("STORED AS");
    if (!in.takes("PARQUET")) {
      in.expect("TEXTFILE");
    }
    in.expect("LOCATION");
    folder();
    if (in.is("TBLPROPERTIES")) {
      tableProperties();
    }
  }

  private void icebergTable() {
    table("name");
    columns();
    if (in.takes("PARTITIONED BY (")) {
      do {
        transform();
      } while (in.takes(","));
      in.expect(")");
    }
    in.expect("LOCATION");
    folder();
    tableProperties();
  }

  private void transform() {
    if (in.takes("bucket (")) {
      in.expectKind("number");
      in.expect(",");
    } else if (!in.takes("year (")
        && !in.takes("month (")
        && !in.takes("day (")
        && !in.takes("hour (")) {
      in.expectKind("name");
      return;
    }
    in.expectKind("name");
    in.expect(")");
  }

  private void columns() {
    in.expect("(");
    do {
      in.expectKind("name");
      String type = in.expectKind("word");
      if (type.equals("decimal")) {
        in.expect("(");
        in.expectKind("number");
        in.expect(",");
        in.expectKind("number");
        in.expect(")");
      } else if (!TYPES.contains(type)) {
        throw in.wrong("a type instead of " + type);
      }
    } while (in.takes(","));
    in.expect(")");
  }

  private void tableProperties() {
    in.expect("TBLPROPERTIES (");
    do {
      in.expectKind("text");
      in.expect("=");
      in.expectKind("text");
    } while (in.takes(","));
    in.expect(")");
  }

  private void partitions() {
    int count = 0;
    while (in.takes("PARTITION (")) {
      count++;
      do {
        in.expectKind("name");
        in.expect("=");
        in.expectKind("text", "number");
      } while (in.takes(","));
      in.expect(")");
      if (in.takes("LOCATION")) {
        folder();
      }
    }
    if (count < 1 || count > 100) {
      throw in.wrong("1 to 100 partitions instead of " + count);
    }
  }

  private void properties(Set<String> known) {
    do {
      String name = in.expectKind("word");
      if (!known.contains(name)) {
        throw in.wrong("one of " + known + " instead of " + name);
      }
      in.expect("=");
      if (in.takes("ARRAY") || name.startsWith("partition")) {
        String text = in.expectKind("sign") + in.expectKind("text") + in.expectKind("sign");
        if (!text.matches("\\[.*]")) {
          throw in.wrong("[ and ]");
        }
      } else {
        in.expectKind("text", "word");
      }
    } while (in.takes(","));
  }

  private void folder() {
    String folder = in.expectKind("text");
    if (!folder.matches("'s3://.+/'")) {
      throw in.wrong("a folder instead of " + folder);
    }
  }
}
