package org.athena.plan;

import org.athena.model.Dataset;
import org.athena.model.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A data set that a plan reads.
 *
 * @param dataset the data set
 * @param partitions what its partition columns must meet; null where all partitions are read
 */
public record Read(Dataset dataset, @Nullable Predicate partitions) {}
