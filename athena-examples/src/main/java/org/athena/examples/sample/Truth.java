package org.athena.examples.sample;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of the value of a log in the end: the answer that a forecast over the log looks for.
 *
 * <p>Every card is followed for {@value #HORIZON_MONTHS} months from its issue, after which nothing
 * happens to it. The loads are those of the log, all of them; what is done with them counts whether
 * the log has seen it or not.
 *
 * @param rows one per issue month, program and currency that has cards, in this order
 */
public record Truth(List<Row> rows) {

  /** How long a card is followed from its issue. */
  public static final int HORIZON_MONTHS = 120;

  /** The truth, as an unmodifiable copy in order. */
  public Truth {
    rows = rows.stream().sorted(Comparator.comparing(Row::key)).toList();
  }

  /**
   * The truth about some cards.
   *
   * @param key which cards
   * @param cardCount how many
   * @param inTheEnd what became of their value by the horizon
   * @param inTheLog what the log has seen of that
   */
  public record Row(Key key, long cardCount, Outcome inTheEnd, Outcome inTheLog) {

    Row plus(Row other) {
      return new Row(
          key,
          cardCount + other.cardCount,
          inTheEnd.plus(other.inTheEnd),
          inTheLog.plus(other.inTheLog));
    }
  }

  /**
   * The issue month (its first day), the program and the currency of some cards.
   *
   * @param cohort the first day of the issue month (UTC)
   * @param program RETAIL, CORPORATE, PROMO, DIGITAL or PARTNER; the cards of PROMO are BONUS
   * @param currency USD, CAD or EUR
   */
  public record Key(LocalDate cohort, String program, String currency) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::cohort).thenComparing(Key::program).thenComparing(Key::currency);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The outcome of all cards of a currency, bonus cards included. */
  public Outcome inTheEnd(String currency) {
    return total(row -> row.key().currency().equals(currency));
  }

  /** The outcome of the cards of a currency and program. */
  public Outcome inTheEnd(String currency, String program) {
    return total(
        row -> row.key().currency().equals(currency) && row.key().program().equals(program));
  }

  /** What the log has seen of the cards of a currency. */
  public Outcome inTheLog(String currency) {
    return rows.stream()
        .filter(row -> row.key().currency().equals(currency))
        .map(Row::inTheLog)
        .reduce(Outcome.NOTHING, Outcome::plus);
  }

  /** The currencies that have cards, in alphabetical order. */
  public List<String> currencies() {
    return rows.stream().map(row -> row.key().currency()).distinct().sorted().toList();
  }

  /** The programs that have cards, in alphabetical order. */
  public List<String> programs() {
    return rows.stream().map(row -> row.key().program()).distinct().sorted().toList();
  }

  /** The outcome, in the end, of the rows that are asked for; they are to be of one currency. */
  private Outcome total(Predicate<Row> wanted) {
    return rows.stream().filter(wanted).map(Row::inTheEnd).reduce(Outcome.NOTHING, Outcome::plus);
  }
}
