package org.athena.engine.redshift;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.athena.model.Column;
import org.athena.model.NativeQuery;
import org.athena.model.Row;
import org.athena.spi.ScanCharge;
import org.jspecify.annotations.Nullable;

/**
 * Reports of the queries that read files in S3, from the views in which Redshift keeps that for a
 * few days: ask {@link #query}, and make the reports of its rows. A user sees the own queries, a
 * superuser those of all. The columns are those of the guide; no cluster was asked.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/SYS_EXTERNAL_QUERY_DETAIL.html and
 *     r_SVL_S3QUERY_SUMMARY.html there; https://aws.amazon.com/redshift/pricing/
 */
public final class QueryReports {

  private static final Column<Long> ID = Column.integer("query_id");
  private static final Column<Instant> STARTED = Column.instant("started");
  private static final Column<Long> ROWS = Column.integer("rows_scanned");
  private static final Column<Long> BYTES = Column.integer("bytes_scanned");
  private static final Column<Long> FILES = Column.integer("files");
  private static final Column<Long> PARTITIONS = Column.integer("partitions");
  private static final Column<Long> READ = Column.integer("partitions_read");

  private static final String SYS =
      "SELECT query_id, min(start_time) AS started, cast(coalesce(sum(returned_rows), 0) as bigint) AS rows_scanned,"
          + " cast(coalesce(sum(returned_bytes), 0) as bigint) AS bytes_scanned, cast(coalesce(sum(scanned_files), 0) as bigint) AS files,"
          + " cast(coalesce(sum(total_partitions), 0) as bigint) AS partitions,"
          + " cast(coalesce(sum(qualified_partitions), 0) as bigint) AS partitions_read"
          + " FROM sys_external_query_detail WHERE source_type = 'S3' AND start_time >= cast(%s as timestamp)"
          + " GROUP BY query_id";

  private static final String SVL =
      "SELECT cast(query as bigint) AS query_id, min(starttime) AS started,"
          + " cast(coalesce(sum(s3_scanned_rows), 0) as bigint) AS rows_scanned, cast(coalesce(sum(s3_scanned_bytes), 0) as bigint) AS bytes_scanned,"
          + " cast(coalesce(sum(files), 0) as bigint) AS files, cast(-1 as bigint) AS partitions, cast(-1 as bigint) AS partitions_read"
          + " FROM svl_s3query_summary WHERE starttime >= cast(%s as timestamp) GROUP BY query";

  private final Instant from;
  private final String text;
  private final @Nullable BigDecimal pricePerTerabyte;

  private QueryReports(Instant from, String text, @Nullable BigDecimal pricePerTerabyte) {
    this.from = from;
    this.text = text;
    this.pricePerTerabyte = pricePerTerabyte;
  }

  /** Of the queries that began to read at an instant or later, on a cluster or serverless. */
  public static QueryReports since(Instant from) {
    return new QueryReports(from.truncatedTo(ChronoUnit.MICROS), SYS, null);
  }

  /** The same from the older view, which clusters have and which does not tell partitions. */
  public QueryReports fromSummary() {
    return new QueryReports(from, SVL, pricePerTerabyte);
  }

  /**
   * The same with the cost at a price. Serverless asks no price for bytes.
   *
   * @param amount the price of 2<sup>40</sup> bytes, which differs by region
   * @throws IllegalArgumentException when it is negative
   */
  public QueryReports pricePerTerabyte(BigDecimal amount) {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "Cannot reckon cost at %s for a terabyte: a price is not negative.".formatted(amount));
    }
    return new QueryReports(from, text, amount);
  }

  /** What is asked: a row for each query. */
  public NativeQuery query() {
    String stamp = LocalDateTime.ofInstant(from, ZoneOffset.UTC).toString().replace('T', ' ');
    return NativeQuery.of(
        "query reports",
        RedshiftEngineProvider.NAME,
        text.formatted(Sql.text(stamp)),
        ID,
        STARTED,
        ROWS,
        BYTES,
        FILES,
        PARTITIONS,
        READ);
  }

  /** The reports of the rows that {@link #query} has, in the order in which the queries began. */
  public List<QueryReport> of(List<Row> rows) {
    return rows.stream()
        .map(this::report)
        .sorted(Comparator.comparing(QueryReport::started).thenComparing(QueryReport::queryId))
        .toList();
  }

  private QueryReport report(Row row) {
    long scanned = row.require(BYTES);
    ScanCharge charge = ScanCharge.of(scanned, pricePerTerabyte);
    return new QueryReport(
        row.require(ID),
        row.require(STARTED),
        row.require(ROWS),
        scanned,
        charge.bytes(),
        charge.cost(),
        row.require(FILES),
        row.require(PARTITIONS),
        row.require(READ));
  }
}
