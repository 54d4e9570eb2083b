package org.athena.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Works out the facts of each card from the rows that count. */
final class Cards {

  private Cards() {}

  static Map<String, CardFacts> of(List<UsedRow> rows, Settings settings) {
    var inOrder = new ArrayList<>(rows);
    inOrder.sort(TextOrder.FIRST);
    var facts = new TreeMap<String, CardFacts>(TextOrder.TEXT);
    for (UsedRow used : inOrder) {
      CardFacts known = facts.get(used.card());
      if (used.kind() == Kind.ACTIVATE) {
        if (known == null || !known.activated()) {
          facts.put(used.card(), activated(used, settings));
        }
      } else if (known == null) {
        facts.put(used.card(), unknown(used));
      }
    }
    return facts;
  }

  private static CardFacts activated(UsedRow used, Settings settings) {
    return new CardFacts(
        used.seed(),
        used.card(),
        settings.cohortGrain().first(used.day()),
        used.at(),
        used.currency(),
        used.row().program(),
        used.row().expiry());
  }

  private static CardFacts unknown(UsedRow used) {
    return new CardFacts(used.seed(), used.card(), null, null, null, null, null);
  }
}
