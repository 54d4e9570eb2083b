package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.athena.breakage.Triangle;

/** Triangles of one currency each, since money of two is never added up. */
final class Currencies {

  private Currencies() {}

  /** The triangles by currency in the order of their first ones; empty text where unnamed. */
  static Map<String, List<Triangle>> of(List<Triangle> triangles) {
    Map<String, List<Triangle>> byCurrency = new LinkedHashMap<>();
    for (Triangle triangle : triangles) {
      String currency = Objects.toString(triangle.segment().currency(), "");
      byCurrency.computeIfAbsent(currency, c -> new ArrayList<>()).add(triangle);
    }
    return byCurrency;
  }
}
