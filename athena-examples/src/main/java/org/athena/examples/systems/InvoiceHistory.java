package org.athena.examples.systems;

import static org.athena.model.Aggregate.max;
import static org.athena.model.Column.decimal;
import static org.athena.model.Column.instant;
import static org.athena.model.Column.integer;
import static org.athena.model.Column.string;
import static org.athena.model.On.on;
import static org.athena.model.Zone.CURATED;
import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.athena.Athena;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.model.Measure;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.query.Query;
import org.athena.query.Select;

/**
 * The history of invoices: every version is kept, the one that held at an instant is the highest
 * that was known then, and two instants are compared by joins.
 */
public final class InvoiceHistory {

  static final Column<String> INVOICE = string("invoice_id");
  static final Column<Long> VERSION = integer("version");
  static final Column<String> STATUS = string("status");
  static final Column<BigDecimal> AMOUNT = decimal("amount", 18, 2);
  static final Column<Instant> INGESTED = instant("ingested_at");
  static final Dataset VERSIONS =
      Dataset.of("invoice_versions", INVOICE, VERSION, STATUS, AMOUNT, INGESTED)
          .in(CURATED)
          .layout(Layout.csv())
          .key(INVOICE, VERSION)
          .knowledgeTime(INGESTED);

  /** The status of a version that takes the invoice away. */
  static final String DELETED = "DELETED";

  private final Athena athena;

  InvoiceHistory(Athena athena) {
    this.athena = athena;
  }

  static void write(Path lake) {
    Story.file(
        lake,
        "curated/invoice_versions/versions.csv",
        """
        invoice_id,version,status,amount,ingested_at
        I1,1,OPEN,100.00,2025-03-01T00:00:00Z
        I1,2,OPEN,120.00,2025-03-05T00:00:00Z
        I1,3,PAID,120.00,2025-04-02T00:00:00Z
        I2,1,OPEN,50.00,2025-03-10T00:00:00Z
        I3,1,OPEN,75.00,2025-03-11T00:00:00Z
        I3,2,DELETED,75.00,2025-04-01T00:00:00Z
        I4,1,OPEN,30.00,2025-04-05T00:00:00Z
        """);
  }

  /** The invoices as they stood at an instant, included. */
  Select asOf(Instant instant) {
    // @start region="latest-version"
    Measure<Long> latest = max(VERSION).as(VERSION.name());
    Relation latestVersions =
        from(VERSIONS).where(INGESTED.le(instant)).by(INVOICE).measure(latest);
    Select asOf =
        from(VERSIONS)
            .having(latestVersions, on(INVOICE), on(VERSION))
            .where(STATUS.ne(DELETED))
            .select(INVOICE, STATUS, AMOUNT);
    // @end
    return asOf;
  }

  /** The invoices that stand at the later instant and did not at the earlier. */
  List<Row> added(Instant earlier, Instant later) {
    return inOrder(from(asOf(later)).lacking(asOf(earlier), on(INVOICE)));
  }

  /** The invoices that stood at the earlier instant and do not at the later. */
  List<Row> removed(Instant earlier, Instant later) {
    return inOrder(from(asOf(earlier)).lacking(asOf(later), on(INVOICE)));
  }

  static final Column<String> STATUS_BEFORE = string("status_before");
  static final Column<BigDecimal> AMOUNT_BEFORE = decimal("amount_before", 18, 2);

  /** The invoices that stand at both instants with another status or amount, before and after. */
  List<Row> changed(Instant earlier, Instant later) {
    Select before =
        asOf(earlier)
            .select(INVOICE, STATUS.as(STATUS_BEFORE.name()), AMOUNT.as(AMOUNT_BEFORE.name()));
    return inOrder(
        from(asOf(later))
            .join(before, on(INVOICE))
            .where(STATUS.eq(STATUS_BEFORE).and(AMOUNT.eq(AMOUNT_BEFORE)).not()));
  }

  private List<Row> inOrder(Query query) {
    return athena.rows(query.orderBy(INVOICE.asc()));
  }

  /** Tells the story on made-up files. */
  public static void main(String[] args) {
    Story.tell(
        InvoiceHistory::write,
        athena -> {
          InvoiceHistory story = new InvoiceHistory(athena);
          Instant endOfMarch = Instant.parse("2025-03-31T23:59:59.999999Z");
          Instant endOfApril = Instant.parse("2025-04-30T23:59:59.999999Z");
          System.out.println("as of March  " + athena.rows(story.asOf(endOfMarch)));
          System.out.println("as of April  " + athena.rows(story.asOf(endOfApril)));
          System.out.println("added        " + story.added(endOfMarch, endOfApril));
          System.out.println("removed      " + story.removed(endOfMarch, endOfApril));
          System.out.println("changed      " + story.changed(endOfMarch, endOfApril));
        });
  }
}
