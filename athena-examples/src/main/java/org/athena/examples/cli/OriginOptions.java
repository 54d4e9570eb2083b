package org.athena.examples.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Role;
import org.athena.model.AsOf;
import org.athena.model.Grain;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The past times that a back-test forecasts from. */
final class OriginOptions {

  private static final int OF_LOG = 8;
  private static final int EVERY_OF_LOG = 3;
  private static final int OF_TRIANGLE = 4;

  @Option(
      names = "--origins",
      paramLabel = "N|DATE,...",
      description =
          "From how many past times, or from the ends of which days; default 8, of a triangle 4.")
  List<String> origins = new ArrayList<>();

  @Option(
      names = "--every",
      paramLabel = "AGES",
      description = "The ages from an origin to the next; default 3, of a triangle 1.")
  @Nullable Integer every;

  @Option(
      names = "--ahead",
      paramLabel = "AGES[,...]",
      description = "How far ahead is compared beside the ultimate; default 1,3,12.")
  List<String> ahead = new ArrayList<>(List.of("1,3,12"));

  @Option(
      names = "--judge",
      paramLabel = "NAME[(...)]",
      description =
          "The method whose latest ultimates all are compared with; default each its own.")
  @Nullable String judge;

  /** The distances. */
  int[] distances() {
    return Words.list("--ahead", ahead).stream()
        .mapToInt(text -> positive("--ahead", text))
        .toArray();
  }

  /** How many origins of a triangle there are. */
  int count() {
    return origins.isEmpty() ? OF_TRIANGLE : number();
  }

  /** The ages from an origin of a triangle to the next. */
  int every() {
    return every == null ? 1 : positive("--every", every.toString());
  }

  private int number() {
    List<String> items = Words.list("--origins", origins);
    if (items.size() != 1 || !items.get(0).matches("\\d{1,4}")) {
      throw Mistake.in("--origins", "give a number for --triangle, which has no dates.");
    }
    return positive("--origins", items.get(0));
  }

  private static int positive(String option, String text) {
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) == 0) {
      throw Mistake.in(option, "'%s' must be a whole number from 1 such as 3.".formatted(text));
    }
    return Integer.parseInt(text);
  }

  /** The origins of a log before its as-of, oldest first, each with what was known then. */
  List<AsOf> before(LogOptions.Opened log, Grain ages) {
    List<String> items =
        Words.list("--origins", origins.isEmpty() ? List.of("" + OF_LOG) : origins);
    boolean counted = items.size() == 1 && items.get(0).matches("\\d{1,4}");
    List<LocalDate> days = new ArrayList<>();
    ZoneId zone = log.cards().rules().zone();
    LocalDate last = log.asOf().day(zone);
    if (counted) {
      int step = every == null ? EVERY_OF_LOG : positive("--every", every.toString());
      for (int n = positive("--origins", items.get(0)); n >= 1; n--) {
        days.add(back(last.plusDays(1), ages, (long) n * step).minusDays(1));
      }
    } else if (every != null) {
      throw Mistake.in("--every", "it is for a number of --origins, not for days.");
    } else {
      items.stream().map(OriginOptions::day).sorted().distinct().forEach(days::add);
    }
    for (LocalDate day : days) {
      if (!day.isBefore(last)) {
        throw Mistake.in("--origins", "%s is not before the as-of, %s.".formatted(day, last));
      }
    }
    boolean knows = log.cards().role(Role.KNOWN_AT).isPresent();
    return days.stream().map(day -> knows ? known(day, zone) : AsOf.endOf(day)).toList();
  }

  private static AsOf known(LocalDate day, ZoneId zone) {
    return AsOf.endOf(day)
        .knownAt(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000));
  }

  private static LocalDate day(String text) {
    return Words.day("--origins", text);
  }

  private static LocalDate back(LocalDate day, Grain ages, long periods) {
    return switch (ages) {
      case DAY -> day.minusDays(periods);
      case WEEK -> day.minusWeeks(periods);
      case MONTH -> day.minusMonths(periods);
      case QUARTER -> day.minusMonths(3 * periods);
      case YEAR -> day.minusYears(periods);
    };
  }
}
