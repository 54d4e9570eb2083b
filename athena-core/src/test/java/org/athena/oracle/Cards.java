package org.athena.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Works out the facts of each card from the rows that count. */
final class Cards {

  /** How many transfers back a card looks for an activation. */
  private static final int MOST_HOPS = 4;

  private Cards() {}

  static Map<String, CardFacts> of(List<UsedRow> rows, Settings settings) {
    Map<String, CardFacts> activated = activated(rows, settings);
    var transfers = Transfers.of(rows);
    var facts = new TreeMap<String, CardFacts>(TextOrder.TEXT);
    for (UsedRow used : rows) {
      String card = used.card();
      CardFacts origin = origin(card, activated, transfers);
      facts.put(
          card, origin == null ? CardFacts.unknown(used.seed(), card) : origin.inheritedBy(card));
    }
    return facts;
  }

  /** The facts of the card itself if it is activated, else of the nearest one up its sources. */
  private static @Nullable CardFacts origin(
      String card, Map<String, CardFacts> activated, Transfers transfers) {
    String each = card;
    for (int hops = 0; hops < MOST_HOPS && !activated.containsKey(each); hops++) {
      each = transfers.source(each);
      if (each == null) {
        return null;
      }
    }
    return activated.get(each);
  }

  private static Map<String, CardFacts> activated(List<UsedRow> rows, Settings settings) {
    var inOrder = new ArrayList<>(rows);
    inOrder.sort(TextOrder.FIRST);
    var activated = new HashMap<String, CardFacts>();
    for (UsedRow used : inOrder) {
      if (used.kind() == Kind.ACTIVATE) {
        activated.putIfAbsent(used.card(), activated(used, settings));
      }
    }
    return activated;
  }

  private static CardFacts activated(UsedRow used, Settings settings) {
    return new CardFacts(
        used.seed(),
        used.card(),
        used.card(),
        settings.cohortGrain().first(used.day()),
        used.at(),
        used.currency(),
        used.row().program(),
        used.row().expiry());
  }
}
