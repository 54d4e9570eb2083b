package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.athena.error.EngineUnavailableException;
import org.athena.model.Lake;
import org.athena.spi.EngineSettings;

/**
 * How Redshift is reached: by {@code user} and {@code password}, or by {@code iam=true} with {@code
 * region}, {@code profile}, {@code db_user}, {@code cluster}, or {@code serverless=true} and {@code
 * workgroup}.
 *
 * <p>{@code password_env=NAME} names the variable of the environment that has the password. {@code
 * query_group} tells the queue, {@code statement_timeout} the seconds after which the engine itself
 * ends a statement, {@code buffer} the megabytes of rows that each result may hold, {@code ssl} is
 * {@code true}, {@code unverified} or {@code false}. {@code lake} is the lake's root as a folder in
 * S3, which {@code iam_role} may read; data sets of files are tables of {@code external_schema}
 * then, over {@code catalog_database}.
 *
 * @param host the host
 * @param port the port
 * @param database the database
 * @param connections how many statements run at once
 * @param options the checked options, secrets among them
 */
record RedshiftConfig(
    String host, int port, String database, int connections, Map<String, String> options) {

  private static final Pattern TARGET =
      Pattern.compile("//([A-Za-z0-9._-]+)(?::(\\d{1,5}))?/([A-Za-z_][\\w$-]*)");
  private static final int DEFAULT_PORT = 5439;
  private static final int DEFAULT_CONNECTIONS = 4;
  private static final int DEFAULT_BUFFER = 16;

  /** The driver's properties for signing in by IAM. */
  private static final Map<String, String> IAM =
      Map.of(
          "region", "Region",
          "profile", "Profile",
          "db_user", "DbUser",
          "cluster", "ClusterID",
          "serverless", "isServerless",
          "workgroup", "serverlessWorkGroup");

  private static final Set<String> OWN =
      Set.of(
          "buffer",
          "catalog_database",
          "connections",
          "external_schema",
          "iam",
          "iam_role",
          "lake",
          "password",
          "password_env",
          "query_group",
          "ssl",
          "statement_timeout",
          "user");

  /** Classes of the SDK that the driver asks for its credentials. */
  private static final Map<String, String> SDK =
      Map.of(
          "software.amazon.awssdk.auth.credentials.AwsCredentialsProvider", "auth",
          "software.amazon.awssdk.services.sts.StsClient", "sts",
          "software.amazon.awssdk.services.redshift.RedshiftClient", "redshift");

  private static final Map.Entry<String, String> SERVERLESS_SDK =
      Map.entry(
          "software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient",
          "redshiftserverless");

  RedshiftConfig {
    options = Map.copyOf(options);
  }

  static RedshiftConfig of(EngineSettings settings, Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Matcher target = TARGET.matcher(settings.target());
    boolean found = target.matches();
    if (!found) {
      wrong.add(
          settings.target().contains("@")
              ? "a user before the host is not understood, write user=name"
              : "'%s' is not //host:port/database".formatted(settings.target()));
    }
    Set<String> known = new TreeSet<>(OWN);
    known.addAll(IAM.keySet());
    settings.options().keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong.add("option '" + name + "' is not known"));
    Map<String, String> options = new HashMap<>(settings.options());
    takePassword(options, environment, wrong);
    check(options, wrong);
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot open redshift: %s. The options are %s."
              .formatted(String.join("; ", wrong), known));
    }
    return new RedshiftConfig(
        target.group(1),
        target.group(2) == null ? DEFAULT_PORT : Integer.parseInt(target.group(2)),
        target.group(3),
        Integer.parseInt(options.getOrDefault("connections", "" + DEFAULT_CONNECTIONS)),
        options);
  }

  private static void takePassword(
      Map<String, String> options, Map<String, String> environment, List<String> wrong) {
    String variable = options.remove("password_env");
    if (variable == null) {
      return;
    }
    String value = environment.get(variable);
    if (value == null) {
      wrong.add("password_env names variable '" + variable + "', which is not set");
    } else if (options.putIfAbsent("password", value) != null) {
      wrong.add("password and password_env are both given");
    }
  }

  private static void check(Map<String, String> options, List<String> wrong) {
    for (String count : List.of("buffer", "connections", "statement_timeout")) {
      String text = options.getOrDefault(count, "1");
      if (!text.matches("[1-9]\\d{0,5}")) {
        wrong.add(count + " '" + text + "' is not a count from 1 to 999999");
      }
    }
    for (String flag : List.of("iam", "serverless")) {
      String text = options.getOrDefault(flag, "false");
      if (!Set.of("true", "false").contains(text)) {
        wrong.add(flag + " '" + text + "' is neither true nor false");
      }
    }
    String ssl = options.getOrDefault("ssl", "true");
    if (!Set.of("true", "false", "unverified").contains(ssl)) {
      wrong.add("ssl '" + ssl + "' is none of true, false and unverified");
    }
    String group = options.getOrDefault("query_group", "x");
    if (!group.matches("[\\w .:-]{1,100}")) {
      wrong.add("query_group may have letters, digits, blanks and _ . : - only");
    }
    checkLake(options, wrong);
    boolean iam = isTrue(options, "iam");
    if (iam && options.containsKey("password")) {
      wrong.add("a password and iam are both given");
    }
    if (iam && ssl.equals("false")) {
      wrong.add("iam needs ssl");
    }
    if (!iam) {
      IAM.keySet().stream()
          .filter(options::containsKey)
          .sorted()
          .forEach(name -> wrong.add(name + " is for iam=true only"));
      for (String needed : List.of("user", "password")) {
        if (!options.containsKey(needed)) {
          wrong.add(needed + " is not given, nor is iam=true");
        }
      }
    } else if (isTrue(options, "serverless") && options.containsKey("cluster")) {
      wrong.add("cluster is for provisioned Redshift, workgroup for serverless");
    }
  }

  private static void checkLake(Map<String, String> options, List<String> wrong) {
    String lake = options.getOrDefault("lake", "s3://x");
    if (!lake.matches("s3://[^'\\\\]+")) {
      wrong.add("lake '" + lake + "' is not a folder such as s3://bucket/folder");
    }
    for (String name : List.of("external_schema", "catalog_database")) {
      if (!options.getOrDefault(name, "x").matches("[A-Za-z_]\\w*")) {
        wrong.add(name + " is not a name of letters, digits and underscores");
      }
    }
    if (!IamRole.isRole(options.getOrDefault("iam_role", "default"))) {
      wrong.add("iam_role is neither default nor the arn of a role");
    }
    if (!options.containsKey("lake")) {
      List.of("external_schema", "catalog_database", "iam_role").stream()
          .filter(options::containsKey)
          .forEach(name -> wrong.add(name + " is for a lake only"));
    }
  }

  boolean hasFiles() {
    return options.containsKey("lake");
  }

  /** How files of a lake are shown; nothing without a lake in S3. */
  Optional<SpectrumFiles> files(Lake lake) {
    return Optional.ofNullable(options.get("lake"))
        .map(root ->
            new SpectrumFiles(
                lake,
                root.replaceFirst("/$", ""),
                options.getOrDefault("external_schema", "spectrum"),
                options.getOrDefault("catalog_database", "athena"),
                options.getOrDefault("iam_role", "default")));
  }

  private static boolean isTrue(Map<String, String> options, String name) {
    return "true".equals(options.get(name));
  }

  boolean isIam() {
    return isTrue(options, "iam");
  }

  /** What the driver needs beside itself is told before it fails in words of its own. */
  void requireDriver() {
    if (isMissing("com.amazon.redshift.Driver")) {
      throw new EngineUnavailableException(
          "Cannot open engine redshift: its driver is not on the class path. Add com.amazon.redshift:redshift-jdbc42.");
    }
    if (!isIam()) {
      return;
    }
    Map<String, String> needed = new TreeMap<>(SDK);
    if (isTrue(options, "serverless")) {
      needed.put(SERVERLESS_SDK.getKey(), SERVERLESS_SDK.getValue());
    }
    List<String> missing =
        needed.entrySet().stream()
            .filter(entry -> isMissing(entry.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new EngineUnavailableException(
          "Cannot open engine redshift by iam: of software.amazon.awssdk these are not on the class path: %s. Add them, or sign in by user and password."
              .formatted(missing));
    }
  }

  private static boolean isMissing(String type) {
    try {
      Class.forName(type, false, RedshiftConfig.class.getClassLoader());
      return false;
    } catch (ClassNotFoundException | LinkageError e) {
      return true;
    }
  }

  String jdbcUrl() {
    return "jdbc:redshift:%s//%s:%d/%s".formatted(isIam() ? "iam:" : "", host, port, database);
  }

  /**
   * Rows wait in a ring buffer whose size is bounded: by default it would be as large as the
   * result.
   */
  Map<String, String> driverProperties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("ApplicationName", "athena");
    properties.put("enableFetchRingBuffer", "true");
    properties.put(
        "fetchRingBufferSize", options.getOrDefault("buffer", "" + DEFAULT_BUFFER) + "M");
    properties.put("tcpKeepAlive", "true");
    String ssl = options.getOrDefault("ssl", "true");
    properties.put("ssl", ssl.equals("false") ? "false" : "true");
    if (!ssl.equals("false")) {
      properties.put("sslmode", ssl.equals("true") ? "verify-full" : "require");
    }
    for (String name : List.of("user", "password")) {
      if (options.containsKey(name)) {
        properties.put(name, options.get(name));
      }
    }
    IAM.forEach((name, property) -> {
      if (options.containsKey(name)) {
        properties.put(property, options.get(name));
      }
    });
    return properties;
  }

  /** Times are in UTC whatever the zone of this machine, which the driver would tell. */
  List<String> sessionStatements() {
    List<String> statements = new ArrayList<>(List.of("SET timezone TO 'UTC'"));
    if (options.containsKey("query_group")) {
      statements.add("SET query_group TO " + Sql.text(options.get("query_group")));
    }
    if (options.containsKey("statement_timeout")) {
      statements.add("SET statement_timeout TO " + options.get("statement_timeout") + "000");
    }
    return statements;
  }

  /** Without the options: some are secrets. */
  @Override
  public String toString() {
    return "redshift://%s:%d/%s".formatted(host, port, database);
  }
}
