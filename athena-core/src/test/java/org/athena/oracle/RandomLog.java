package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One random log in the making: cards are opened, then events and trouble are heaped on them. */
final class RandomLog {

  private static final List<String> AMOUNTS =
      List.of("0.00", "0.01", "5.00", "9.99", "10.00", "25.00", "33.33", "50.00", "100.00", "1e6");
  private static final List<Kind> COMMON =
      List.of(Kind.REDEEM, Kind.REDEEM, Kind.REDEEM, Kind.RELOAD, Kind.REFUND_TO_CARD, Kind.FEE);
  private static final List<Kind> VOIDS =
      List.of(Kind.VOID_ISSUE, Kind.VOID_RELOAD, Kind.REDEEM_REVERSAL);
  private static final List<String> UNKNOWN_CODES =
      List.of("redeem", "REDEEM;", "", "NULL", "\u0410CTIVATE");

  /** Long ones more often, for other transfers, corrections and the two times cut them short. */
  private static final List<Integer> CHAINS = List.of(1, 2, 3, 4, 5, 6, 6, 6);

  private final String seed;
  private final Chance chance;
  private final List<String> programs;
  private final List<LogRow> openings = new ArrayList<>();
  private final List<LogRow> rows = new ArrayList<>();
  private int lastId;

  RandomLog(long seed, Chance chance) {
    this.seed = "s" + seed;
    this.chance = chance;
    this.programs = List.of(text(), text(), text());
  }

  List<LogRow> rows() {
    int chain = chance.percent(60) ? chance.one(CHAINS) : 0;
    int cards = Math.max(chance.between(1, 8), chain + 1);
    int size = chance.between(10, 60);
    for (int card = 0; card < cards; card++) {
      open(card, card < cards - chain ? 80 : 2);
    }
    chain(chain);
    while (rows.size() < size) {
      rows.add(next());
    }
    return List.copyOf(rows);
  }

  /** Makes what the events of a card begin from, and by chance an activation of it. */
  private void open(int number, int activatedPercent) {
    Instant at = chance.near(chance.one(HotTimes.ALL));
    LogRow opening =
        LogRow.of(seed, null, at)
            .withCard(seed + "-card" + number + text())
            .withCurrency(currency())
            .withProgram(program())
            .withExpiry(expiry(at));
    openings.add(opening);
    if (chance.percent(activatedPercent)) {
      rows.add(event(opening, Kind.ACTIVATE, at));
    }
  }

  /** Moves value along the last cards, from the one before them or sometimes in a circle. */
  private void chain(int length) {
    boolean circle = chance.percent(10);
    Instant at = Objects.requireNonNull(openings.get(openings.size() - length - 1).at());
    for (int left = length; left > 0; left--) {
      LogRow receiver = openings.get(openings.size() - left);
      LogRow source =
          circle && left == length ? openings.getLast() : openings.get(openings.size() - left - 1);
      at = chance.near(at);
      transfer(receiver, source.card(), at);
    }
  }

  /** One leg of a transfer or both, and sometimes a second source at the same instant. */
  private void transfer(LogRow receiver, @Nullable String source, Instant at) {
    int legs = chance.between(0, 3);
    if (legs != 0) {
      rows.add(event(receiver, Kind.TRANSFER_IN, at).withCounterCard(source));
    }
    if (legs != 1) {
      rows.add(
          event(receiver, Kind.TRANSFER_OUT, at).withCard(source).withCounterCard(receiver.card()));
    }
    if (chance.percent(8)) {
      String rival = chance.one(openings).card();
      rows.add(event(receiver, Kind.TRANSFER_IN, at).withCounterCard(rival));
    }
  }

  /** A leg between any two cards, which may be the same or nowhere. */
  private LogRow leg() {
    LogRow opening = chance.one(openings);
    Kind kind = chance.one(List.of(Kind.TRANSFER_IN, Kind.TRANSFER_OUT));
    return event(opening, kind, time(Objects.requireNonNull(opening.at())))
        .withCounterCard(counterCard());
  }

  private LogRow next() {
    int draw = rows.isEmpty() ? 0 : chance.between(0, 99);
    if (draw < 47) {
      LogRow opening = chance.one(openings);
      return event(opening, kind(), time(Objects.requireNonNull(opening.at())));
    }
    if (draw < 55) {
      return leg();
    }
    LogRow earlier = chance.one(rows);
    if (draw < 65) {
      return earlier.withKnownAt(chance.percent(50) ? earlier.knownAt() : knownAt(earlier.at()));
    }
    if (draw < 78) {
      return correction(earlier);
    }
    if (draw < 88) {
      return damaged(event(chance.one(openings), kind(), time(chance.one(HotTimes.ALL))));
    }
    return voiding(earlier);
  }

  private LogRow event(LogRow opening, Kind kind, Instant at) {
    boolean quoted = kind == Kind.ACTIVATE && chance.percent(30);
    LogRow row =
        opening
            .withEventId(eventId())
            .withCode(quoted ? "it's \\ \"act\"; 100%" : kind.name())
            .withAmount(amount(kind))
            .withAt(at)
            .withKnownAt(knownAt(at));
    if (chance.percent(15)) {
      row = row.withCurrency(currency());
    }
    if (chance.percent(15)) {
      row = row.withProgram(program());
    }
    if (chance.percent(5)) {
      row = row.withCounterCard(counterCard());
    }
    return chance.percent(15) ? row.withExpiry(expiry(at)) : row;
  }

  private LogRow voiding(LogRow earlier) {
    LogRow row =
        event(chance.one(openings), chance.one(VOIDS), time(chance.one(HotTimes.ALL)))
            .withCard(earlier.card())
            .withAmount(earlier.amount());
    return switch (chance.between(0, 4)) {
      case 0 -> row;
      case 1 -> row.withReference(seed + "-nowhere" + text());
      default -> row.withReference(earlier.eventId());
    };
  }

  /** The same event told otherwise, often known at the same time. */
  private LogRow correction(LogRow earlier) {
    LogRow row = chance.percent(50) ? earlier : earlier.withKnownAt(knownAt(earlier.at()));
    return switch (chance.between(0, 9)) {
      case 0, 1 -> row.withAmount(amount(Kind.REDEEM));
      case 2, 3 -> row.withAt(time(chance.one(HotTimes.ALL)));
      case 4 -> row.withCard(chance.one(openings).card());
      case 5 -> row.withCurrency(currency());
      case 6 -> row.withProgram(program());
      case 7 -> row.withExpiry(expiry(chance.one(HotTimes.ALL)));
      case 8 -> row.withCounterCard(counterCard());
      default -> row.withCode(kind().name());
    };
  }

  /** A row that often has to be set aside. */
  private LogRow damaged(LogRow row) {
    return switch (chance.between(0, 8)) {
      case 0 -> row.withCard(null);
      case 1 -> row.withAmount(null);
      case 2 -> row.withAt(null);
      case 3 -> row.withCode(null);
      case 4 -> row.withCode(chance.one(UNKNOWN_CODES));
      case 5 -> row.withAmount(new BigDecimal("-12.34"));
      case 6 -> row.withAmount(null).withCard(null);
      case 7 -> row.withAt(null).withKnownAt(null);
      default -> row.withKnownAt(null).withProgram(null);
    };
  }

  private Kind kind() {
    return chance.percent(50) ? chance.one(COMMON) : chance.one(List.of(Kind.values()));
  }

  private BigDecimal amount(Kind kind) {
    BigDecimal amount = new BigDecimal(chance.one(AMOUNTS));
    return kind == Kind.ADJUST && chance.percent(50) ? amount.negate() : amount;
  }

  private Instant time(Instant start) {
    int draw = chance.between(0, 99);
    Instant same = rows.isEmpty() ? null : chance.one(rows).at();
    if (draw < 25 && same != null) {
      return same;
    }
    if (draw < 30) {
      return Instant.parse("2021-06-01T00:00:00Z").plus(Duration.ofDays(chance.between(0, 200)));
    }
    if (draw < 40) {
      return chance.near(chance.one(HotTimes.OFFSET_CHANGES));
    }
    return draw < 70 ? chance.near(start) : chance.near(chance.one(HotTimes.ALL));
  }

  private @Nullable Instant knownAt(@Nullable Instant at) {
    if (at == null || chance.percent(10)) {
      return null;
    }
    return switch (chance.between(0, 7)) {
      case 0, 1, 2 -> at;
      case 3 -> at.plus(Duration.ofNanos(1_000));
      case 4 -> at.plus(Duration.ofHours(5));
      case 5 -> at.plus(Duration.ofDays(14));
      case 6 -> at.plus(Duration.ofDays(60));
      default -> at.minus(Duration.ofMinutes(chance.between(1, 90)));
    };
  }

  private @Nullable LocalDate expiry(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return switch (chance.between(0, 7)) {
      case 0, 1 -> null;
      case 2 -> day;
      case 3 -> day.minusDays(1);
      case 4 -> day.withDayOfMonth(day.lengthOfMonth());
      case 5 -> day.plusDays(chance.between(1, 60));
      default -> day.plusYears(1);
    };
  }

  private @Nullable String eventId() {
    lastId++;
    return chance.percent(8) ? null : seed + "-" + lastId + text();
  }

  private @Nullable String currency() {
    int draw = chance.between(0, 9);
    return draw < 5 ? "EUR" : draw < 9 ? "USD" : null;
  }

  private @Nullable String counterCard() {
    int draw = chance.between(0, 9);
    if (draw == 0) {
      return null;
    }
    return draw == 1 ? seed + "-nowhere" + text() : chance.one(openings).card();
  }

  private @Nullable String program() {
    return chance.percent(10) ? null : chance.one(programs);
  }

  private String text() {
    return chance.percent(30) ? chance.one(HostileTexts.ALL) : "p" + chance.between(0, 9);
  }
}
