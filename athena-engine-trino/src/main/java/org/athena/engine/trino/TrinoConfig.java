package org.athena.engine.trino;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.athena.spi.EngineSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where a Trino server is and as whom it is asked: {@code
 * trino://host:port/catalog/schema?option=value}.
 *
 * <p>The options that the driver takes under another name: {@code user}, {@code password}, {@code
 * access_token} (a JWT), {@code oauth} ({@code true} asks in the browser), {@code ssl} ({@code
 * true}, {@code false}, or {@code unverified}), {@code trust_store}, {@code trust_store_password},
 * {@code source}, {@code client_tags} (with commas), {@code session} (as {@code
 * name:value;catalog.name:value}). A secret is better named than told: {@code password_env}, {@code
 * access_token_env} and {@code trust_store_password_env} name the environment variable that has it.
 *
 * @param address host and port
 * @param catalog the catalog of names without one
 * @param schema the schema of names without one
 * @param connections how many statements run at once
 * @param lake the URL under which the server sees the lake's root folder; null where it does not
 * @param files the catalog in which files are shown: one of the Hive connector
 * @param driverProperties the driver's properties; some are secrets
 */
record TrinoConfig(
    String address,
    String catalog,
    String schema,
    int connections,
    @Nullable String lake,
    String files,
    Map<String, String> driverProperties) {

  private static final Pattern TARGET =
      Pattern.compile("//([^/@:]+(?::\\d{1,5})?)/([A-Za-z_]\\w*)(?:/([A-Za-z_]\\w*))?/?");
  private static final Set<String> SECRETS =
      Set.of("password", "access_token", "trust_store_password");
  private static final Map<String, String> DRIVER =
      Map.of(
          "user", "user",
          "password", "password",
          "access_token", "accessToken",
          "trust_store", "SSLTrustStorePath",
          "trust_store_password", "SSLTrustStorePassword",
          "source", "source",
          "client_tags", "clientTags",
          "session", "sessionProperties");
  private static final Set<String> OWN = Set.of("connections", "files", "lake", "oauth", "ssl");
  private static final int DEFAULT_CONNECTIONS = 4;

  TrinoConfig {
    driverProperties = Map.copyOf(driverProperties);
  }

  static TrinoConfig of(EngineSettings settings, Map<String, String> environment) {
    List<String> wrong = new ArrayList<>();
    Matcher target = TARGET.matcher(settings.target());
    if (!target.matches()) {
      wrong.add(
          settings.target().contains("@")
              ? "a user before the host is not understood, write user=name"
              : "'%s' is not //host:port/catalog/schema".formatted(settings.target()));
    }
    Map<String, String> options = withSecrets(settings.options(), environment, wrong);
    Set<String> known = new TreeSet<>(OWN);
    known.addAll(DRIVER.keySet());
    options.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong.add("option '" + name + "' is not known"));
    int connections = connections(options, wrong);
    Map<String, String> properties = properties(options, wrong);
    String lake = lake(options, wrong);
    if (!wrong.isEmpty()) {
      SECRETS.forEach(secret -> known.add(secret + "_env"));
      throw new IllegalArgumentException(
          "Cannot open trino: %s. The options are %s.".formatted(String.join("; ", wrong), known));
    }
    String catalog = target.group(2).toLowerCase(Locale.ROOT);
    return new TrinoConfig(
        target.group(1),
        catalog,
        target.group(3) == null ? "default" : target.group(3).toLowerCase(Locale.ROOT),
        connections,
        lake,
        options.getOrDefault("files", catalog).toLowerCase(Locale.ROOT),
        properties);
  }

  private static Map<String, String> withSecrets(
      Map<String, String> options, Map<String, String> environment, List<String> wrong) {
    Map<String, String> all = new HashMap<>(options);
    for (String secret : SECRETS) {
      String variable = all.remove(secret + "_env");
      if (variable == null) {
        continue;
      }
      String value = environment.get(variable);
      if (value == null) {
        wrong.add("%s_env names variable '%s', which is not set".formatted(secret, variable));
      } else if (all.putIfAbsent(secret, value) != null) {
        wrong.add("%s and %s_env are both given".formatted(secret, secret));
      }
    }
    return all;
  }

  private static int connections(Map<String, String> options, List<String> wrong) {
    String text = options.getOrDefault("connections", String.valueOf(DEFAULT_CONNECTIONS));
    if (!text.matches("[1-9]\\d{0,3}")) {
      wrong.add("connections '" + text + "' is not a count from 1 to 9999");
      return DEFAULT_CONNECTIONS;
    }
    return Integer.parseInt(text);
  }

  private static @Nullable String lake(Map<String, String> options, List<String> wrong) {
    String url = options.get("lake");
    if (url == null) {
      return null;
    }
    if (!url.matches("[a-z][a-z0-9]*://.*")) {
      wrong.add("lake '" + url + "' is not a URL such as s3://bucket/folder");
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static Map<String, String> properties(Map<String, String> options, List<String> wrong) {
    Map<String, String> properties = new HashMap<>(Map.of("user", "athena", "source", "athena"));
    DRIVER.forEach((name, property) -> {
      if (options.containsKey(name)) {
        properties.put(property, options.get(name));
      }
    });
    boolean oauth = options.getOrDefault("oauth", "false").equals("true");
    boolean secret = options.containsKey("password") || options.containsKey("access_token");
    String ssl = options.getOrDefault("ssl", String.valueOf(secret || oauth));
    switch (ssl) {
      case "true" -> properties.put("SSL", "true");
      case "unverified" -> {
        properties.put("SSL", "true");
        properties.put("SSLVerification", "NONE");
      }
      case "false" -> {
        if (secret || oauth) {
          wrong.add("a password, token or oauth needs ssl: nothing secret is sent in the open");
        }
      }
      default -> wrong.add("ssl '" + ssl + "' is none of true, false and unverified");
    }
    if (oauth) {
      properties.put("externalAuthentication", "true");
    }
    long ways =
        List.of(oauth, options.containsKey("password"), options.containsKey("access_token"))
            .stream()
            .filter(given -> given)
            .count();
    if (ways > 1) {
      wrong.add("more than one of password, access_token and oauth is given");
    }
    if (options.containsKey("password") && !options.containsKey("user")) {
      wrong.add("a password needs a user");
    }
    return properties;
  }

  /** The bound values travel in the body of the request, where their length does not matter. */
  String jdbcUrl() {
    return "jdbc:trino://%s/%s/%s?explicitPrepare=false".formatted(address, catalog, schema);
  }

  /** Without the driver's properties: some are secrets. */
  @Override
  public String toString() {
    return "trino://%s/%s/%s".formatted(address, catalog, schema);
  }
}
