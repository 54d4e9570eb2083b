package org.athena.forecast;

import java.util.List;

/** Names of methods and tails with their parameters. */
final class Names {

  private Names() {}

  static String of(String name, List<String> parameters) {
    return parameters.isEmpty() ? name : name + "(" + String.join(",", parameters) + ")";
  }
}
