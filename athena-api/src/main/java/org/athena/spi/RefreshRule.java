package org.athena.spi;

import java.util.List;

/**
 * How an engine brings a materialized view up to date, as its documentation has it: by what changed
 * in the tables that it reads, or by running its query again.
 *
 * @param because what in the query rules out the former, in words; empty where nothing does
 */
public record RefreshRule(List<String> because) {

  /** Copies the reasons. */
  public RefreshRule {
    because = List.copyOf(because);
  }

  /** Whether by what changed. */
  public boolean incremental() {
    return because.isEmpty();
  }

  /** As in {@code incremental: no, because of window functions}. */
  @Override
  public String toString() {
    return incremental()
        ? "incremental: yes"
        : "incremental: no, because of " + String.join(", ", because);
  }
}
