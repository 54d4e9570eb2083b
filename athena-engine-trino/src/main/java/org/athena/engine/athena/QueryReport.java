package org.athena.engine.athena;

import java.math.BigDecimal;
import org.athena.spi.ScanCharge;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;
import software.amazon.awssdk.services.athena.model.StatementType;

/**
 * What a statement that has ended scanned, and what that may cost.
 *
 * @param queryId the service's name for it
 * @param state how it ended
 * @param bytesScanned the bytes that were scanned
 * @param bytesBilled the bytes that are paid for, as the price list says: whole megabytes, at least
 *     ten; none for statements that failed, that define, or whose result was used again
 * @param cost the price of these bytes; null where no price was given
 * @param queuedMillis the time before it ran
 * @param engineMillis the time for which it ran
 * @param reused whether an earlier result was used again
 * @units bytes; milliseconds; the currency of the price that was given
 */
public record QueryReport(
    String queryId,
    State state,
    long bytesScanned,
    long bytesBilled,
    @Nullable BigDecimal cost,
    long queuedMillis,
    long engineMillis,
    boolean reused) {

  /** How a statement ended. */
  public enum State {
    /** All its rows are there. */
    SUCCEEDED,
    /** The service gave up on it. */
    FAILED,
    /** It was stopped: by the caller, by somebody else, or by the workgroup's limit. */
    CANCELLED
  }

  static QueryReport of(QueryExecution execution, @Nullable BigDecimal pricePerTerabyte) {
    State state =
        switch (execution.status().state()) {
          case SUCCEEDED -> State.SUCCEEDED;
          case FAILED -> State.FAILED;
          default -> State.CANCELLED;
        };
    QueryExecutionStatistics statistics =
        execution.statistics() == null
            ? QueryExecutionStatistics.builder().build()
            : execution.statistics();
    boolean reused =
        statistics.resultReuseInformation() != null
            && Boolean.TRUE.equals(statistics.resultReuseInformation().reusedPreviousResult());
    long scanned = orZero(statistics.dataScannedInBytes());
    boolean free =
        reused
            || execution.status().state() == QueryExecutionState.FAILED
            || execution.statementType() == StatementType.DDL;
    ScanCharge charge =
        free ? ScanCharge.none(pricePerTerabyte) : ScanCharge.of(scanned, pricePerTerabyte);
    return new QueryReport(
        execution.queryExecutionId(),
        state,
        scanned,
        charge.bytes(),
        charge.cost(),
        orZero(statistics.queryQueueTimeInMillis()),
        orZero(statistics.engineExecutionTimeInMillis()),
        reused);
  }

  private static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
