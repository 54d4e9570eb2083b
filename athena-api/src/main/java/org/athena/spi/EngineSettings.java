package org.athena.spi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An engine's URL in its parts: {@code scheme:target?option=value&option=value}.
 *
 * @param scheme the engine's name
 * @param target what follows the colon: a path, or {@code //host:port/name}; may be empty
 * @param options the options, in order
 */
public record EngineSettings(String scheme, String target, Map<String, String> options) {

  /** Keeps its own copy. */
  public EngineSettings {
    options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /**
   * The parts of a URL.
   *
   * @throws IllegalArgumentException when it has no scheme, or an option without a value
   */
  public static EngineSettings parse(String url) {
    int colon = url.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "Cannot open '%s': it does not start with an engine's name and a colon, as duckdb: does."
              .formatted(url));
    }
    String rest = url.substring(colon + 1);
    int mark = rest.indexOf('?');
    Map<String, String> options = new LinkedHashMap<>();
    if (mark >= 0) {
      for (String pair : rest.substring(mark + 1).split("&")) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(
              "Cannot open a %s engine: option '%s' has no value. Write name=value."
                  .formatted(url.substring(0, colon), pair));
        }
        options.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return new EngineSettings(
        url.substring(0, colon), mark < 0 ? rest : rest.substring(0, mark), options);
  }

  /** The scheme, target and the names of options; values may be secrets. */
  @Override
  public String toString() {
    return scheme
        + ":"
        + target
        + options.keySet().stream()
            .collect(Collectors.joining("&", options.isEmpty() ? "" : "?", ""));
  }
}
