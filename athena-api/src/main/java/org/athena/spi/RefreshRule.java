package org.athena.spi;

import java.util.List;

/**
 * How an engine brings a materialized view up to date, as its documentation has it: by what changed
 * in the tables that it reads, or by running its query again.
 *
 * @param incremental whether by what changed
 * @param because what in the query rules that out, in words; empty for an incremental one
 */
public record RefreshRule(boolean incremental, List<String> because) {

  /** Checks that there is a reason exactly where the view is computed anew. */
  public RefreshRule {
    because = List.copyOf(because);
    if (incremental != because.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make a rule of refreshing: incremental is %s, and the reasons against it are %s. Give reasons where it is not incremental, and only there."
              .formatted(incremental, because));
    }
  }

  /** Incremental where nothing rules it out. */
  public static RefreshRule unless(List<String> because) {
    return new RefreshRule(because.isEmpty(), because);
  }

  /** As in {@code incremental: no, because of window functions}. */
  @Override
  public String toString() {
    return incremental
        ? "incremental: yes"
        : "incremental: no, because of " + String.join(", ", because);
  }
}
