package org.athena.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** From which card each card first received value, told by either leg of a transfer. */
final class Transfers {

  private record Link(Instant at, String source) {}

  private static final Comparator<Link> FIRST =
      Comparator.comparing(Link::at).thenComparing(Link::source, TextOrder.TEXT);

  private final Map<String, Link> links = new HashMap<>();

  private Transfers() {}

  static Transfers of(List<UsedRow> rows) {
    var transfers = new Transfers();
    for (UsedRow used : rows) {
      String other = counterCard(used);
      if (other != null && used.kind() == Kind.TRANSFER_IN) {
        transfers.add(used.card(), new Link(used.at(), other));
      } else if (other != null && used.kind() == Kind.TRANSFER_OUT) {
        transfers.add(other, new Link(used.at(), used.card()));
      }
    }
    return transfers;
  }

  /** The other card that a row names, null where it names none or its own. */
  static @Nullable String counterCard(UsedRow used) {
    String other = used.row().counterCard();
    return used.card().equals(other) ? null : other;
  }

  /** The card that this one received value from first, at one instant the smaller text. */
  @Nullable String source(String receiver) {
    Link first = links.get(receiver);
    return first == null ? null : first.source();
  }

  private void add(String receiver, Link link) {
    links.merge(receiver, link, BinaryOperator.minBy(FIRST));
  }
}
