package org.athena.examples.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rooms of the house, what each may use, and the classes that stand in them. */
final class Rooms {

  static final String[] API = {
    "org.athena.model..",
    "org.athena.query..",
    "org.athena.breakage..",
    "org.athena.spi..",
    "org.athena.error.."
  };

  static final String[] JDBC = {"java.sql..", "javax.sql..", "com.zaxxer.hikari.."};

  static final String AWS = "software.amazon.awssdk..";

  /** The engine that is reached over the AWS SDK instead of JDBC. */
  static final String AMAZON_ATHENA = "org.athena.engine.athena";

  /**
   * What every room may use: the JDK without its JDBC, and annotations that say what may be null.
   */
  static final String[] JDK = {
    "java.io..",
    "java.lang..",
    "java.math..",
    "java.net..",
    "java.nio..",
    "java.security..",
    "java.text..",
    "java.time..",
    "java.util..",
    "javax.net..",
    "javax.security..",
    "org.jspecify.annotations.."
  };

  /** Each room of core, and what it may use beside the JDK and itself. */
  static final Map<String, String[]> CORE = core();

  /** How many classes each module has at the least; fewer, and a rule may have nothing to say. */
  static final Map<String, Integer> MODULES =
      Map.of(
          "athena-api", 120,
          "athena-core", 80,
          "athena-engine-duckdb", 12,
          "athena-engine-trino", 15,
          "athena-engine-redshift", 8,
          "athena-examples", 80);

  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.athena");

  private Rooms() {}

  private static Map<String, String[]> core() {
    Map<String, String[]> rooms = new LinkedHashMap<>();
    rooms.put("org.athena", with(API, "org.athena.run"));
    rooms.put(
        "org.athena.run",
        with(
            API,
            "org.athena.plan",
            "org.athena.sql",
            "org.athena.lake",
            "org.athena.forecast",
            "org.slf4j.."));
    rooms.put("org.athena.plan", with(API, "org.athena.sql", "org.jooq.."));
    rooms.put("org.athena.sql", with(API, "org.jooq.."));
    rooms.put("org.athena.lake", with(API, AWS, "org.slf4j.."));
    rooms.put("org.athena.jdbc", with(with(API, JDBC), "org.slf4j.."));
    rooms.put("org.athena.forecast", new String[] {"org.athena.breakage", "org.hipparchus.."});
    return rooms;
  }

  /** By what an engine is reached, and what tells the types of its files. */
  static String[] reaching(String engine) {
    return switch (engine) {
      case AMAZON_ATHENA -> new String[] {AWS};
      case "org.athena.engine.trino" ->
          new String[] {"org.athena.jdbc", "org.apache.parquet.format"};
      default -> new String[] {"org.athena.jdbc"};
    };
  }

  static String[] with(String[] some, String... others) {
    List<String> all = new ArrayList<>(Arrays.asList(some));
    all.addAll(Arrays.asList(others));
    return all.toArray(String[]::new);
  }

  /** How many classes of a module were found, by where they were read from. */
  static long classesOf(String module) {
    return ALL.stream()
        .filter(c -> c.getSource().isPresent())
        .map(c -> c.getSource().orElseThrow().getUri().toString())
        .filter(
            uri -> uri.contains("/" + module + "/target/") || uri.contains("/" + module + "-0."))
        .count();
  }
}
