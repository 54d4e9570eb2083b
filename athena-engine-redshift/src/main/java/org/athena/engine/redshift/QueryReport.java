package org.athena.engine.redshift;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a query read of files in S3, and what that may cost.
 *
 * @param queryId the engine's number for it
 * @param started when it began to read
 * @param rowsScanned the rows that were scanned
 * @param bytesScanned the bytes that were scanned
 * @param bytesBilled the bytes that are paid for on a cluster, as the price list says: whole
 *     megabytes, at least ten
 * @param cost the price of these bytes; null where no price was given
 * @param files how many files were scanned
 * @param partitions how many partitions the tables have; -1 where that is not told
 * @param partitionsRead how many of them were read; -1 where that is not told
 * @units bytes; the currency of the price that was given
 */
public record QueryReport(
    long queryId,
    Instant started,
    long rowsScanned,
    long bytesScanned,
    long bytesBilled,
    @Nullable BigDecimal cost,
    long files,
    long partitions,
    long partitionsRead) {}
