package org.athena.model;

import java.util.List;

/**
 * How a data set's files are written.
 *
 * @param format the file format
 * @param partitions the hive partition columns, outermost folder first; columns of the data set
 */
public record Layout(Format format, List<Column<?>> partitions) {

  /** The file formats. */
  public enum Format {
    PARQUET("parquet"),
    /** With a header line; text columns are read as they stand, empty fields are null. */
    CSV("csv"),
    /** One JSON object per line. */
    JSON_LINES("jsonl");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    /** The ending of file names, without the dot. */
    public String extension() {
      return extension;
    }
  }

  /** Keeps its own copy. */
  public Layout {
    partitions = List.copyOf(partitions);
  }

  /** Parquet files. */
  public static Layout parquet() {
    return new Layout(Format.PARQUET, List.of());
  }

  /** CSV files with a header line. */
  public static Layout csv() {
    return new Layout(Format.CSV, List.of());
  }

  /** Files of one JSON object per line. */
  public static Layout jsonLines() {
    return new Layout(Format.JSON_LINES, List.of());
  }

  /** The same files in hive folders, {@code name=value}, one level for each column. */
  public Layout partitionedBy(Column<?>... columns) {
    return new Layout(format, List.of(columns));
  }
}
