package org.athena.examples;

import org.athena.breakage.Forecast;

/**
 * The findings of the demo as a page of text, at most 120 characters wide.
 *
 * @param findings what was found
 * @param engine the name of the engine that answered
 */
record DemoPage(DemoFindings findings, String engine) {

  String text() {
    var tables = new ForecastTables(new TrueBreakage(findings.written().truth(), Demo.CURRENCY));
    Forecast best = findings.methods().get(findings.methods().size() - 1);
    return """
    WHAT WAS READ
    %s
    EVERY ROW IS ACCOUNTED FOR
    %s
    HOW %s CARDS ARE USED: redeemed in %% of issued, by quarter of issue and age in quarters
    %s
    WHAT THEY MAY COME TO in %s, by %s, beside what the generator knows
    %s
    HOW NEAR EACH METHOD COMES
    %s
    BREAKAGE BY PROGRAM in %s
    %s\
    """
        .formatted(
            read(),
            AuditTable.of(findings.audit()),
            Demo.CURRENCY,
            DevelopmentTable.of(findings.quarters()),
            Demo.CURRENCY,
            best.method(),
            tables.cohorts(best),
            tables.methods(findings.methods()),
            Demo.CURRENCY,
            tables.programs(findings.programs()));
  }

  private String read() {
    var written = findings.written();
    return "  %s rows of %d columns in %d Parquet files, and %s cards in %d, read by %s\n  %s to %s\n"
        .formatted(
            Grid.count(findings.seen().require(Demo.ROWS.column())),
            SampleCards.TRANSACTIONS.columns().size(),
            written.transactions().size(),
            Grid.count(written.cardCount()),
            written.cards().size(),
            engine,
            findings.seen().require(Demo.FIRST.column()),
            findings.seen().require(Demo.LAST.column()));
  }
}
