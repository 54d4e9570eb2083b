package org.athena.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Small logs full of trouble, each made from a seed number alone.
 *
 * <p>The seed number is in every row, as {@code s<number>}, and prefixes its card, counter card,
 * event id and reference; so a message that shows a row also shows the seed that makes it again.
 */
public final class RandomLogs {

  /** The names of the kinds as codes, and a second one, hard to quote, for an activation. */
  public static final Map<String, Kind> KINDS = kinds();

  private static final List<LocalDate> AS_OFS =
      List.of(
          LocalDate.of(2020, 3, 8),
          LocalDate.of(2020, 3, 31),
          LocalDate.of(2020, 10, 25),
          LocalDate.of(2020, 12, 31),
          LocalDate.of(2021, 1, 3),
          LocalDate.of(2021, 2, 28),
          LocalDate.of(2021, 3, 14));

  private RandomLogs() {}

  /** The log of a seed: 10 to 60 rows on 1 to 8 cards, from November 2019 to December 2021. */
  public static List<LogRow> rows(long seed) {
    return new RandomLog(seed, new Chance(seed)).rows();
  }

  /** The logs of several seeds in one. */
  public static List<LogRow> stacked(long firstSeed, int seeds) {
    var rows = new ArrayList<LogRow>();
    for (int i = 0; i < seeds; i++) {
      rows.addAll(rows(firstSeed + i));
    }
    return rows;
  }

  /** Settings that go with the log of any seed. */
  public static Settings settings(long seed) {
    var chance = new Chance(~seed);
    LocalDate asOf = chance.one(AS_OFS);
    Instant knownAt = chance.percent(50) ? null : chance.near(chance.one(HotTimes.ALL));
    return new Settings(
        chance.one(HotTimes.ZONES),
        KINDS,
        asOf,
        knownAt,
        chance.one(List.of(Grain.values())),
        chance.one(List.of(Grain.values())),
        chance.percent(85),
        chance.percent(85),
        chance.percent(85),
        chance.percent(85));
  }

  private static Map<String, Kind> kinds() {
    var kinds = new LinkedHashMap<String, Kind>();
    for (Kind kind : Kind.values()) {
      kinds.put(kind.name(), kind);
    }
    kinds.put("it's \\ \"act\"; 100%", Kind.ACTIVATE);
    return Collections.unmodifiableMap(kinds);
  }
}
