package org.athena.examples;

import java.util.List;
import org.athena.breakage.AuditReport;
import org.athena.breakage.Forecast;
import org.athena.breakage.Forecasts;
import org.athena.breakage.Triangle;
import org.athena.examples.sample.Written;
import org.athena.model.Row;

/**
 * What the demo found out about its log, and what is true about it.
 *
 * @param written the log and its truth
 * @param seen one row with the count and the period of the transactions
 * @param audit the account of every row
 * @param quarters the triangle of quarters, in one currency
 * @param methods the forecasts of the triangle of months by several methods, in one currency
 * @param programs the forecasts of each program by the best of these
 */
record DemoFindings(
    Written written,
    Row seen,
    AuditReport audit,
    Triangle quarters,
    List<Forecast> methods,
    Forecasts programs) {

  /** Keeps its own copy. */
  DemoFindings {
    methods = List.copyOf(methods);
  }
}
