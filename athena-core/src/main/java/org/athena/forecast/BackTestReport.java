package org.athena.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.athena.breakage.TextTable;
import org.jspecify.annotations.Nullable;

/**
 * What a back-test found: the scores of all methods, and their ranking.
 *
 * <p>{@link #RULE} ranks them. The losers stay in the report.
 *
 * @param scores one score for each method and distance, in the order given
 * @param notes what a reader should know: refusals, what ultimates are judged by
 */
public record BackTestReport(List<Score> scores, List<String> notes) {

  /** How methods are ranked. */
  public static final String RULE =
      "The method with the smallest WAPE at the longest distance that has outcomes is chosen, "
          + "compared to a tenth of a percent; where equal, the one with the smaller bias without "
          + "its sign, compared alike; then the one given first. A method that leaves cohorts out "
          + "comes after all that do not.";

  /** Keeps its own copies. */
  public BackTestReport {
    scores = List.copyOf(scores);
    notes = List.copyOf(notes);
  }

  /** The score of a method at a distance. */
  public Optional<Score> score(String method, int periods) {
    return scores.stream()
        .filter(s -> s.method().equals(method) && s.periods() == periods)
        .findFirst();
  }

  /** The scores that decide, best first by {@link #RULE}; none where there is no outcome. */
  public List<Score> ranking() {
    int longest =
        scores.stream()
            .filter(s -> s.periods() != BackTest.ULTIMATE && s.cohorts() > 0)
            .mapToInt(Score::periods)
            .max()
            .orElse(0);
    return scores.stream()
        .filter(s -> s.periods() == longest && s.wape() != null)
        .sorted(
            Comparator.comparing((Score s) -> s.missing() > 0)
                .thenComparing(s -> thousandths(s.wape()))
                .thenComparing(s -> thousandths(s.bias())))
        .toList();
  }

  /** The name of the method chosen by {@link #RULE}; empty where there is no outcome. */
  public Optional<String> chosen() {
    return ranking().stream().findFirst().map(Score::method);
  }

  private static long thousandths(@Nullable Double share) {
    return share == null ? Long.MAX_VALUE : Math.round(1000 * Math.abs(share));
  }

  /** A table for people: a line for each method and distance, and the ranking. */
  @Override
  public String toString() {
    List<String> titles =
        new ArrayList<>(
            List.of("method", "ahead", "origins", "cohorts", "left out", "actual", "expected"));
    titles.addAll(List.of("error", "bias", "WAPE"));
    List<Score.Coverage> levels = scores.isEmpty() ? List.of() : scores.get(0).coverages();
    levels.forEach(c -> titles.add("in " + percent(c.level(), 0)));
    levels.forEach(c -> titles.add("total in " + percent(c.level(), 0)));
    TextTable table = new TextTable(titles.toArray(String[]::new));
    scores.forEach(score -> table.row(row(score)));
    StringBuilder text = new StringBuilder(table.toString());
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    int rank = 1;
    for (Score score : ranking()) {
      text.append(
          "%d. %s: WAPE %s, bias %s at %s%s\n"
              .formatted(
                  rank++,
                  score.method(),
                  percent(score.wape(), 1),
                  percent(score.bias(), 1),
                  ahead(score),
                  score.missing() > 0 ? ", leaves cohorts out" : ""));
    }
    return text.append(RULE).append('\n').toString();
  }

  private static List<String> row(Score score) {
    List<String> row = new ArrayList<>();
    row.add(score.method());
    row.add(ahead(score));
    row.add(String.valueOf(score.origins()));
    row.add(String.valueOf(score.cohorts()));
    row.add(String.valueOf(score.missing()));
    row.add(score.actual().toPlainString());
    row.add(score.expected().toPlainString());
    row.add(score.error().toPlainString());
    row.add(percent(score.bias(), 1));
    row.add(percent(score.wape(), 1));
    score.coverages().forEach(c -> row.add(percent(c.ofCohorts(), 0)));
    score.coverages().forEach(c -> row.add(percent(c.ofTotals(), 0)));
    return row;
  }

  private static String ahead(Score score) {
    return score.periods() == BackTest.ULTIMATE ? "ultimate" : String.valueOf(score.periods());
  }

  private static String percent(@Nullable Double share, int decimals) {
    return share == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f%%", 100 * share);
  }
}
