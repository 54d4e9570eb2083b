package org.athena.examples.sample;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The variables of the SQL for one log.
 *
 * @param fromSecond the start of the first day of issue
 * @param untilSecond the end of the log
 * @param skew the share of cards with a clock skew, in parts of a million
 * @param drift what the digital share gains, in parts of a million
 * @param keys a 32-bit key per purpose of a draw
 * @param issueDays days since the first one, those of December five times
 * @param dirt the shares of the kinds of dirt, cumulated, in parts of a million
 * @param delays how long cards wait for their uses
 */
record Parameters(
    long fromSecond,
    long untilSecond,
    long skew,
    long drift,
    List<Long> keys,
    List<Long> issueDays,
    List<Long> dirt,
    Delays delays) {

  private static final int KEYS = 64;
  private static final int DECEMBER_WEIGHT = 5;

  static Parameters of(SampleLog log) {
    return new Parameters(
        second(log.from()),
        second(log.until()),
        millionths(log, Dirt.CLOCK_SKEW),
        log.mix().digitalGrowth(),
        keys(log.seed()),
        issueDays(log.from(), log.until()),
        cumulatedDirt(log),
        log.delays());
  }

  private static long second(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static List<Long> issueDays(LocalDate from, LocalDate until) {
    List<Long> days = new ArrayList<>();
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      int weight = day.getMonth() == Month.DECEMBER ? DECEMBER_WEIGHT : 1;
      for (int i = 0; i < weight; i++) {
        days.add(day.toEpochDay() - from.toEpochDay());
      }
    }
    return days;
  }

  /** The upper halves of a SplitMix64 sequence (Steele, Lea and Flood, doi:10.1145/2714064). */
  private static List<Long> keys(long seed) {
    List<Long> keys = new ArrayList<>();
    long state = seed;
    for (int i = 0; i < KEYS; i++) {
      state += 0x9e3779b97f4a7c15L;
      long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      keys.add((mixed ^ (mixed >>> 31)) >>> 32);
    }
    return keys;
  }

  private static List<Long> cumulatedDirt(SampleLog log) {
    List<Long> cumulated = new ArrayList<>();
    long sum = 0;
    for (Dirt kind : Dirt.values()) {
      if (kind != Dirt.CLOCK_SKEW) {
        sum += millionths(log, kind);
        cumulated.add(sum);
      }
    }
    return cumulated;
  }

  private static long millionths(SampleLog log, Dirt kind) {
    boolean impossible = kind.textOnly() && log.output().form() == Output.Form.PARQUET;
    return impossible ? 0 : Math.round(log.dirt().getOrDefault(kind, 0.0) * 1_000_000);
  }
}
