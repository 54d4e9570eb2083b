package org.athena.examples.sample;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A made-up gift-card log: its size, its period, its dirt and its form; a value that is written
 * with {@link #writeTo(Path)}.
 *
 * <p>Equal logs have equal rows, on every machine and with any number of threads. The rows have a
 * December peak, heavy-tailed delays of use, cards that are never used or used in part, reloads,
 * refunds, voids and promotional cards that expire after a year.
 *
 * <p>The transactions have the columns event_id, card_id, type (ISSUE, RELOAD, REDEEM, REFUND,
 * VOID, EXPIRE), amount (above zero; the type gives the sign), currency (USD, CAD, EUR),
 * occurred_at and recorded_at (UTC), program (RETAIL, CORPORATE, PROMO, DIGITAL, PARTNER),
 * merchant_id, channel and ref_event_id (of a void or refund). The cards have card_id, program,
 * denomination, expires_on and value_class (PAID or BONUS).
 *
 * @param cards how many cards are issued, about 3 transactions each
 * @param seed what makes this log another one than the next
 * @param from the first day of issue
 * @param until the day at whose start (UTC) the log ends: nothing happened or was recorded later
 * @param mix how the shares of the programs move
 * @param delays how long cards wait for their uses
 * @param dirt the share of each kind of dirt; kinds that are absent are not planted
 * @param output the shape of the files
 */
public record SampleLog(
    long cards,
    long seed,
    LocalDate from,
    LocalDate until,
    ProgramMix mix,
    Delays delays,
    Map<Dirt, Double> dirt,
    Output output) {

  /** The most cards that a log can have. */
  public static final long MOST_CARDS = 100_000_000;

  private static final int MOST_FILES = 100_000;
  private static final double MOST_DIRT = 0.05;
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  /**
   * A log that can be written.
   *
   * @throws IllegalArgumentException if a size, a date or a share is out of its range
   */
  public SampleLog {
    require(cards >= 1 && cards <= MOST_CARDS, "cards", cards, "1 to " + MOST_CARDS);
    require(!from.isBefore(EARLIEST), "from", from, EARLIEST + " or later");
    require(from.isBefore(until), "until", until, "a day after " + from);
    require(!until.isAfter(LATEST), "until", until, LATEST + " or earlier");
    dirt.forEach((kind, share) ->
        require(share >= 0 && share <= MOST_DIRT, kind.name(), share, "0 to " + MOST_DIRT));
    int perFile = output.cardsPerFile(cards);
    require(cards / perFile < MOST_FILES, "cardsPerFile", perFile, "at most 100,000 files");
    Map<Dirt, Double> copy = new EnumMap<>(Dirt.class);
    copy.putAll(dirt);
    dirt = Collections.unmodifiableMap(copy);
  }

  /** A log of so many cards, issued 2021 to 2025, with a little dirt, as Parquet. */
  public static SampleLog cards(long cards) {
    return new SampleLog(
        cards,
        1,
        LocalDate.of(2021, 1, 1),
        LocalDate.of(2026, 1, 1),
        ProgramMix.STABLE,
        Delays.MIXED,
        usualDirt(),
        Output.usual());
  }

  /** Another log of the same kind. */
  public SampleLog seed(long otherSeed) {
    return new SampleLog(cards, otherSeed, from, until, mix, delays, dirt, output);
  }

  /** The first day of issue, to be followed by the end of the log. */
  public From from(LocalDate firstDay) {
    return new From(this, firstDay);
  }

  /** The programs' shares stay or drift. */
  public SampleLog mix(ProgramMix other) {
    return new SampleLog(cards, seed, from, until, other, delays, dirt, output);
  }

  /** Cards wait for their uses for other lengths of time. */
  public SampleLog delays(Delays other) {
    return new SampleLog(cards, seed, from, until, mix, other, dirt, output);
  }

  /** No dirt at all. */
  public SampleLog clean() {
    return new SampleLog(cards, seed, from, until, mix, delays, Map.of(), output);
  }

  /**
   * This share of one kind of dirt, and of the others as before.
   *
   * @param share fraction of the events, of {@link Dirt#CLOCK_SKEW} of the cards; 0 to 0.05
   */
  public SampleLog dirt(Dirt kind, double share) {
    Map<Dirt, Double> other = new EnumMap<>(Dirt.class);
    other.putAll(dirt);
    other.put(kind, share);
    return new SampleLog(cards, seed, from, until, mix, delays, other, output);
  }

  /** Comma-separated text. */
  public SampleLog asText() {
    return as(Output.Form.CSV);
  }

  /** One JSON object a line. */
  public SampleLog asJsonLines() {
    return as(Output.Form.JSON_LINES);
  }

  /** A folder of transactions for each month, for large logs; Parquet only. */
  public SampleLog byMonth() {
    return with(
        new Output(output.form(), Output.Split.MONTHS, output.cardsPerFile(), output.threads()));
  }

  /** So many cards a file, and so the grain of the progress. */
  public SampleLog cardsPerFile(int cardCount) {
    require(cardCount >= 1, "cardsPerFile", cardCount, "1 or more");
    return with(new Output(output.form(), output.split(), cardCount, output.threads()));
  }

  /** So many files at a time; each takes a processor and up to a gigabyte. */
  public SampleLog threads(int count) {
    return with(new Output(output.form(), output.split(), output.cardsPerFile(), count));
  }

  /**
   * Writes {@code transactions} and {@code cards} into a folder, which is made if it is not there.
   *
   * @throws IllegalArgumentException if the folder holds one of the two already
   * @throws java.io.UncheckedIOException if the folder cannot be written
   * @throws IllegalStateException if the engine fails
   */
  public Written writeTo(Path folder) {
    return writeTo(folder, progress -> {});
  }

  /** Writes as {@link #writeTo(Path)} does and tells, on this thread, after each file. */
  public Written writeTo(Path folder, Consumer<Progress> listener) {
    return new LogWriter(this, folder).write(listener);
  }

  /**
   * A log whose end is yet to be said.
   *
   * @param log the log
   * @param from the first day of issue
   */
  public record From(SampleLog log, LocalDate from) {

    /** The log from its first day until the start (UTC) of this one. */
    public SampleLog until(LocalDate end) {
      return new SampleLog(
          log.cards, log.seed, from, end, log.mix, log.delays, log.dirt, log.output);
    }
  }

  private SampleLog as(Output.Form form) {
    return with(new Output(form, output.split(), output.cardsPerFile(), output.threads()));
  }

  private SampleLog with(Output other) {
    return new SampleLog(cards, seed, from, until, mix, delays, dirt, other);
  }

  private static Map<Dirt, Double> usualDirt() {
    Map<Dirt, Double> usual = new EnumMap<>(Dirt.class);
    for (Dirt kind : Dirt.values()) {
      usual.put(kind, kind.usualShare());
    }
    return usual;
  }

  private static void require(boolean met, String name, Object value, String range) {
    if (!met) {
      throw new IllegalArgumentException(
          "Cannot make a sample log: " + name + " is " + value + ", " + range + " is possible.");
    }
  }
}
