package org.athena.run;

import java.util.ArrayList;
import java.util.List;
import org.athena.lake.Mirror;
import org.athena.lake.Staging;
import org.athena.model.Row;
import org.athena.plan.Plan;
import org.athena.plan.Read;
import org.athena.spi.Execution;
import org.athena.spi.Rows;
import org.jspecify.annotations.Nullable;

/** The files that a plan reads, kept in the lake's folder until its rows are read. */
final class Staged implements AutoCloseable {

  private final List<Mirror.Lease> leases = new ArrayList<>();

  /** Brings what a plan reads; nothing where the lake's files are at home. */
  static Staged of(@Nullable Staging staging, Plan plan, Execution execution) {
    Staged staged = new Staged();
    if (staging == null) {
      return staged;
    }
    try {
      for (Read read : plan.reads()) {
        if (read.dataset().isFiles()) {
          staged.leases.add(staging.stage(read.dataset(), read.partitions(), execution));
        }
      }
      return staged;
    } catch (RuntimeException e) {
      staged.close();
      throw e;
    }
  }

  /** The same rows; the files may go when they are closed or at their end. */
  Rows until(Rows rows) {
    if (leases.isEmpty()) {
      return rows;
    }
    return new Rows() {
      @Override
      public @Nullable Row next() {
        Row row = rows.next();
        if (row == null) {
          Staged.this.close();
        }
        return row;
      }

      @Override
      public void close() {
        try {
          rows.close();
        } finally {
          Staged.this.close();
        }
      }
    };
  }

  @Override
  public void close() {
    leases.forEach(Mirror.Lease::close);
  }
}
