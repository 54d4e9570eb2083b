package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;

/** Names of methods and tails with their parameters. */
final class Names {

  private Names() {}

  /** A name with its own parameters and those of link ratios and a tail. */
  static String of(String name, List<String> own, LinkRatios ratios, Tail tail) {
    List<String> parameters = new ArrayList<>(own);
    parameters.addAll(ratios.parameters());
    addTail(parameters, tail);
    return of(name, parameters);
  }

  static void addTail(List<String> parameters, Tail tail) {
    if (!tail.equals(Tail.none())) {
      parameters.add("tail=" + tail.name());
    }
  }

  static String of(String name, List<String> parameters) {
    return parameters.isEmpty() ? name : name + "(" + String.join(",", parameters) + ")";
  }
}
