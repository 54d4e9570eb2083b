package org.athena.examples.sample;

/**
 * The shape of the files that a log is written as.
 *
 * @param form the format of the transactions and of the cards
 * @param split how the transactions are laid out in folders
 * @param cardsPerFile how many cards make a file; 0 for a number that suits the size
 * @param threads how many files are written at a time; no row depends on it
 */
public record Output(Form form, Split split, int cardsPerFile, int threads) {

  private static final int SMALLEST_FILE = 50_000;
  private static final int LARGEST_FILE = 250_000;

  /** The format of a file. */
  public enum Form {
    /** Parquet, compressed with zstd. */
    PARQUET("parquet"),
    /** Comma-separated text with a header line. */
    CSV("csv"),
    /** One JSON object a line; what is absent has no key. */
    JSON_LINES("jsonl");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    /** The ending of the file names, without a dot. */
    public String extension() {
      return extension;
    }
  }

  /** The layout of the transactions. */
  public enum Split {
    /** All files in one folder. */
    NONE,
    /** A folder {@code month=2024-07} per month of occurrence (UTC). */
    MONTHS
  }

  /**
   * An output that can be written.
   *
   * @throws IllegalArgumentException if text is to be split or a number is out of its range
   */
  public Output {
    if (split == Split.MONTHS && form != Form.PARQUET) {
      throw new IllegalArgumentException(
          "Cannot split a log by month: its form is "
              + form
              + ", only PARQUET can be split. Drop byMonth() or ask for Parquet.");
    }
    if (cardsPerFile < 0) {
      throw new IllegalArgumentException(
          "Cannot write a log: cardsPerFile is " + cardsPerFile + ", at least 1 is needed.");
    }
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Cannot write a log: threads is " + threads + ", at least 1 is needed.");
    }
  }

  /** Parquet in one folder, on all processors. */
  static Output usual() {
    return new Output(Form.PARQUET, Split.NONE, 0, Runtime.getRuntime().availableProcessors());
  }

  /** How many cards make a file of a log of so many; it depends on nothing else. */
  int cardsPerFile(long cards) {
    if (cardsPerFile > 0) {
      return cardsPerFile;
    }
    return Math.clamp((cards + 7) / 8, SMALLEST_FILE, LARGEST_FILE);
  }
}
