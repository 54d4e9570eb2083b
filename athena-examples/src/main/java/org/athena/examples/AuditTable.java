package org.athena.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.athena.breakage.AuditReport;
import org.athena.breakage.AuditReport.Disposition;
import org.athena.breakage.AuditReport.Line;
import org.athena.breakage.AuditReport.Section;
import org.jspecify.annotations.Nullable;

/** An audit as a balance: what came in, and the disposition in which each row and cent ended. */
final class AuditTable {

  private final AuditReport audit;
  private final List<String> currencies;

  private AuditTable(AuditReport audit) {
    this.audit = audit;
    TreeSet<String> named = new TreeSet<>();
    audit.lines().forEach(line -> named.add(name(line.currency())));
    this.currencies = List.copyOf(named);
  }

  static String of(AuditReport audit) {
    return new AuditTable(audit).text();
  }

  private static String name(@Nullable String currency) {
    return Objects.requireNonNullElse(currency, "no currency");
  }

  private String text() {
    List<String> titles = new ArrayList<>(List.of("", "rows"));
    titles.addAll(currencies);
    Grid grid = new Grid(titles);
    add(grid, "rows in", line -> true);
    for (Disposition disposition : Disposition.values()) {
      reasons(disposition).forEach((title, wanted) -> add(grid, title, wanted));
    }
    return grid + "\n" + sum() + flags();
  }

  private Map<String, Predicate<Line>> reasons(Disposition disposition) {
    Map<String, Predicate<Line>> reasons = new LinkedHashMap<>();
    for (Line line : audit.lines()) {
      if (line.section() == Section.DISPOSITION && line.name().equals(disposition.name())) {
        String detail = line.detail();
        reasons.put(
            "- " + words(line.name()) + (detail == null ? "" : ": " + detail),
            other -> other.name().equals(line.name()) && Objects.equals(other.detail(), detail));
      }
    }
    return reasons;
  }

  private void add(Grid grid, String title, Predicate<Line> wanted) {
    List<Line> lines =
        audit.lines().stream()
            .filter(line -> line.section() == Section.DISPOSITION)
            .filter(wanted)
            .toList();
    List<String> row = new ArrayList<>(List.of(title));
    row.add(Grid.count(lines.stream().mapToLong(Line::rows).sum()));
    for (String currency : currencies) {
      row.add(
          Grid.money(
              lines.stream()
                  .filter(line -> name(line.currency()).equals(currency))
                  .map(Line::amount)
                  .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
    grid.row(row);
  }

  private String sum() {
    return "  %s in = %s used + %s duplicate + %s superseded + %s set aside\n"
        .formatted(
            Grid.count(audit.rowsIn()),
            Grid.count(audit.rows(Disposition.USED)),
            Grid.count(audit.rows(Disposition.DUPLICATE)),
            Grid.count(audit.rows(Disposition.SUPERSEDED)),
            Grid.count(audit.rows(Disposition.SET_ASIDE)));
  }

  private String flags() {
    List<String> texts = new ArrayList<>();
    for (AuditReport.Flag flag : AuditReport.Flag.values()) {
      if (audit.rows(flag) > 0) {
        texts.add(words(flag.name()) + " " + Grid.count(audit.rows(flag)));
      }
    }
    return texts.isEmpty() ? "" : "  of the used rows: " + String.join(", ", texts) + "\n";
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
