package org.athena;

import java.util.ArrayList;
import java.util.List;
import org.athena.run.Planned;
import org.athena.spi.SqlStatement;

/**
 * How a relation would be asked of the engine.
 *
 * @param checks the texts of checks that are sent before it
 * @param sql the text of the statement, with a {@code ?} for each bound value
 * @param binds the Java types of the bound values; the values are not shown
 * @param lowering the lowerings chosen and why
 */
public record Explanation(
    List<String> checks, String sql, List<String> binds, List<String> lowering) {

  /** Keeps its own copies. */
  public Explanation {
    checks = List.copyOf(checks);
    binds = List.copyOf(binds);
    lowering = List.copyOf(lowering);
  }

  static Explanation of(Planned planned) {
    return new Explanation(
        planned.guards().stream().map(SqlStatement::text).toList(),
        planned.statement().text(),
        planned.statement().binds().stream().map(SqlStatement.Bind::toString).toList(),
        planned.notes());
  }

  /** The lowerings, then the texts. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    lowering.forEach(note -> parts.add("-- " + note));
    checks.forEach(check -> parts.add("-- checked before:\n" + check));
    parts.add(sql);
    return String.join("\n", parts);
  }
}
