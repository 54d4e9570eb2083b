package org.athena.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The random logs are the same each time, small, and really have the trouble they promise. */
final class RandomLogsTest {

  private static final int SEEDS = 2_000;
  private static final int OFTEN = 50;

  @Test
  void sameSeedSameLog() {
    assertEquals(RandomLogs.rows(42), RandomLogs.rows(42));
    assertEquals(RandomLogs.settings(42), RandomLogs.settings(42));
    assertEquals(
        RandomLogs.rows(42),
        RandomLogs.stacked(41, 3)
            .subList(
                RandomLogs.rows(41).size(),
                RandomLogs.rows(41).size() + RandomLogs.rows(42).size()));
  }

  @Test
  void logIsSmallAndCarriesItsSeed() {
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LogRow> rows = RandomLogs.rows(seed);
      assertTrue(rows.size() >= 10 && rows.size() <= 60, "seed is " + seed);
      Set<String> cards = new HashSet<>();
      for (LogRow row : rows) {
        assertEquals("s" + seed, row.seed());
        cards.add(row.card());
        assertTrue(prefixed(row.card(), seed), row.toString());
        assertTrue(prefixed(row.eventId(), seed), row.toString());
        assertTrue(prefixed(row.reference(), seed), row.toString());
        assertTrue(prefixed(row.counterCard(), seed), row.toString());
      }
      cards.remove(null);
      assertTrue(!cards.isEmpty() && cards.size() <= 8, "seed is " + seed);
    }
  }

  private static boolean prefixed(String text, long seed) {
    return text == null || text.startsWith("s" + seed + "-");
  }

  @Test
  void everyOutcomeOccursOften() {
    Map<Object, Integer> seen = new HashMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      var oracle = Oracle.of(RandomLogs.rows(seed), RandomLogs.settings(seed));
      for (JudgedRow judged : oracle.rows()) {
        seen.merge(judged.disposition(), 1, Integer::sum);
        seen.merge(String.valueOf(judged.reason()), 1, Integer::sum);
        judged.flags().forEach(flag -> seen.merge(flag, 1, Integer::sum));
      }
      for (AuditLine line : oracle.audit()) {
        seen.merge(line.name(), 1, Integer::sum);
      }
      for (TriangleCell cell : oracle.triangle(Segment.TOTAL).cells()) {
        seen.merge(cell.complete(), 1, Integer::sum);
      }
    }

    for (Disposition disposition : Disposition.values()) {
      assertOften(seen, disposition);
    }
    for (Reason reason : Reason.values()) {
      assertOften(seen, reason.name());
    }
    for (Flag flag : Flag.values()) {
      assertOften(seen, flag);
    }
    for (Kind kind : Kind.values()) {
      assertOften(seen, kind.name());
    }
    assertOften(seen, true);
    assertOften(seen, false);
  }

  @Test
  void everyTroubleOccursOften() {
    Map<Object, Integer> seen = new HashMap<>();
    for (LogRow row : RandomLogs.stacked(0, SEEDS)) {
      count(seen, "no card", row.card() == null);
      count(seen, "no id", row.eventId() == null);
      count(seen, "no code", row.code() == null);
      count(seen, "no amount", row.amount() == null);
      count(seen, "no currency", row.currency() == null);
      count(seen, "no time", row.at() == null);
      count(seen, "no recorded time", row.knownAt() == null);
      count(seen, "no expiry", row.expiry() == null);
      count(seen, "no program", row.program() == null);
      count(seen, "empty program", "".equals(row.program()));
      count(seen, "zero", row.amount() != null && row.amount().signum() == 0);
      count(seen, "negative", row.amount() != null && row.amount().signum() < 0);
      count(
          seen,
          "microsecond",
          row.at() != null && !row.at().equals(row.at().truncatedTo(ChronoUnit.MILLIS)));
      count(seen, "Berlin", overlapped(row.at(), "Europe/Berlin"));
      count(seen, "New York", overlapped(row.at(), "America/New_York"));
      count(seen, "Berlin gap", afterGap(row.at(), "2020-03-29T01:00:00Z"));
      count(seen, "New York gap", afterGap(row.at(), "2020-03-08T07:00:00Z"));
      for (String text : HostileTexts.ALL) {
        count(seen, text, text.equals(row.program()));
        count(seen, "id " + text, row.eventId() != null && row.eventId().endsWith(text));
      }
    }

    for (Object trouble : seen.keySet()) {
      assertOften(seen, trouble);
    }
  }

  @Test
  void correctionsTieInEveryWay() {
    Map<Object, Integer> seen = new HashMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      List<LogRow> rows = RandomLogs.rows(seed);
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < i; j++) {
          compare(seen, rows.get(i), rows.get(j));
        }
      }
    }
    for (Object tie : seen.keySet()) {
      assertOften(seen, tie);
    }
  }

  @Test
  void valueMovesInEveryWay() {
    Map<Object, Integer> seen = new HashMap<>();
    for (int hops = 0; hops <= 6; hops++) {
      seen.put(hops + " hops", 0);
    }
    EverySeed.holds(seed -> {
      Settings settings = RandomLogs.settings(seed);
      List<LogRow> rows = RandomLogs.rows(seed);
      Oracle oracle = Oracle.of(rows, settings);
      countWays(seen, oracle, settings);
      oracle.rows().forEach(judged -> countLeg(seen, judged, settings));
      Oracle later = Oracle.of(rows, settings.withAsOf(LocalDate.of(2022, 12, 31)));
      Oracle wiser = Oracle.of(rows, settings.withKnownAt(null));
      for (CardFacts card : oracle.cards().values()) {
        CardFacts then = later.cards().get(card.card());
        count(seen, "link after the as-of", !card.hasCohort() && inherits(then));
        CardFacts known = wiser.cards().get(card.card());
        boolean there = known != null;
        count(seen, "link not yet known", there && !card.hasCohort() && inherits(known));
      }
    });
    for (Object way : seen.keySet()) {
      assertOften(seen, way);
    }
  }

  private static boolean inherits(CardFacts card) {
    return card.hasCohort() && !card.activated();
  }

  private static void countWays(Map<Object, Integer> seen, Oracle oracle, Settings settings) {
    List<UsedRow> counted =
        oracle.rows().stream()
            .filter(JudgedRow::counts)
            .map(judged -> UsedRow.of(judged.row(), settings))
            .toList();
    Set<String> activated = new HashSet<>();
    Map<String, Instant> firstLinks = new HashMap<>();
    for (UsedRow used : counted) {
      if (used.kind() == Kind.ACTIVATE) {
        activated.add(used.card());
      }
      count(seen, "link to itself", leg(used) && used.card().equals(used.row().counterCard()));
      String receiver = receiver(used);
      if (receiver != null) {
        firstLinks.merge(receiver, used.at(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    Transfers transfers = Transfers.of(counted);
    for (CardFacts card : oracle.cards().values()) {
      String way = way(card.card(), activated, transfers);
      assertEquals(way.compareTo("4 hops") <= 0, card.hasCohort(), way + " to " + card);
      seen.merge(way, 1, Integer::sum);
    }
    for (UsedRow used : counted) {
      String receiver = receiver(used);
      if (receiver != null && !activated.contains(receiver)) {
        count(seen, "link by " + used.kind(), true);
        String source = receiver.equals(used.card()) ? used.row().counterCard() : used.card();
        boolean first = used.at().equals(firstLinks.get(receiver));
        count(seen, "not the first link", !first);
        count(seen, "tied sources", first && !source.equals(transfers.source(receiver)));
      }
    }
  }

  private static boolean leg(UsedRow used) {
    return used.kind() == Kind.TRANSFER_IN || used.kind() == Kind.TRANSFER_OUT;
  }

  private static String receiver(UsedRow used) {
    String other = used.row().counterCard();
    if (!leg(used) || other == null || other.equals(used.card())) {
      return null;
    }
    return used.kind() == Kind.TRANSFER_IN ? used.card() : other;
  }

  private static String way(String card, Set<String> activated, Transfers transfers) {
    Set<String> path = new LinkedHashSet<>();
    String each = card;
    while (each != null && !activated.contains(each)) {
      if (!path.add(each)) {
        return "circle";
      }
      each = transfers.source(each);
    }
    if (each != null) {
      return path.size() + " hops";
    }
    return path.size() == 1 ? "no source" : "dead end";
  }

  private static void countLeg(Map<Object, Integer> seen, JudgedRow judged, Settings settings) {
    String other = judged.row().counterCard();
    if (judged.disposition() == Disposition.SET_ASIDE || other == null) {
      return;
    }
    if (leg(UsedRow.of(judged.row(), settings))) {
      seen.merge("leg " + judged.disposition(), 1, Integer::sum);
      count(seen, "leg nowhere", other.contains("-nowhere"));
    } else {
      seen.merge("counter card of another kind", 1, Integer::sum);
    }
  }

  private static void compare(Map<Object, Integer> seen, LogRow one, LogRow two) {
    if (one.at() == null || two.at() == null || one.card() == null || two.card() == null) {
      return;
    }
    count(seen, "same instant", one.at().equals(two.at()) && one.card().equals(two.card()));
    if (one.eventId() != null && one.eventId().equals(two.eventId())) {
      boolean same = one.withKnownAt(null).equals(two.withKnownAt(null));
      boolean known = one.effectiveKnownAt().equals(two.effectiveKnownAt());
      count(seen, "copy", same && known);
      count(seen, "copy known later", same && !known);
      count(seen, "correction known later", !same && !known);
      count(seen, "correction, other time", !same && known && !one.at().equals(two.at()));
      count(seen, "correction, same times", !same && known && one.at().equals(two.at()));
      count(seen, "correction, other card", !same && !one.card().equals(two.card()));
    }
  }

  private static boolean overlapped(Instant at, String zone) {
    ZoneId id = ZoneId.of(zone);
    return at != null && id.getRules().getValidOffsets(at.atZone(id).toLocalDateTime()).size() == 2;
  }

  private static boolean afterGap(Instant at, String gap) {
    Instant start = Instant.parse(gap);
    return at != null && !at.isBefore(start) && at.isBefore(start.plusSeconds(3_600));
  }

  private static void count(Map<Object, Integer> seen, String what, boolean happened) {
    seen.merge(what, happened ? 1 : 0, Integer::sum);
  }

  private static void assertOften(Map<Object, Integer> seen, Object what) {
    int times = seen.getOrDefault(what, 0);
    assertTrue(times >= OFTEN, "Cannot find '" + what + "' often: seen " + times + " times");
  }
}
