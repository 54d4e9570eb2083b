package org.athena.breakage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The development of issuance cohorts by age: what was issued and what was redeemed of it.
 *
 * @shape one row per cohort, oldest first; the cells of a cohort run from its first age without a
 *     gap to the last age seen, so older cohorts have more cells
 * @units money in the segment's currency; values are cumulative to the end of the age
 * @param segment what the triangle is about
 * @param cohorts the cohorts, oldest first
 */
public record Triangle(Segment segment, List<Cohort> cohorts) {

  /**
   * One cohort.
   *
   * @param origin the cohort's label: the ISO date of the first day of its period, or the label of
   *     a triangle file
   * @param cells its cells by rising age, without a gap
   */
  public record Cohort(String origin, List<Cell> cells) {

    /** Checks that there is a cell and that ages rise. */
    public Cohort {
      cells = List.copyOf(cells);
      if (cells.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot make cohort " + origin + ": it has no cell. Give it one for each age seen.");
      }
      for (int k = 1; k < cells.size(); k++) {
        if (cells.get(k).age() <= cells.get(k - 1).age()) {
          throw new IllegalArgumentException(
              "Cannot make cohort %s: age %d follows age %d. Order its cells by rising age."
                  .formatted(origin, cells.get(k).age(), cells.get(k - 1).age()));
        }
      }
    }

    /** The last cell: what was seen at the as-of, also where its period is not over. */
    public Cell latest() {
      return cells.get(cells.size() - 1);
    }

    /** How many leading cells are complete; forecasts are made from these. */
    public int completeCells() {
      int n = 0;
      while (n < cells.size() && cells.get(n).complete()) {
        n++;
      }
      return n;
    }
  }

  /**
   * One cell: a cohort at an age, cumulative.
   *
   * @param age periods since the cohort's own period, from 0; in a triangle file the label there
   * @param issued issued value net of voids, or null where a triangle file has none
   * @param redeemed redeemed value net of refunds and reversals
   * @param exited value that left the cards otherwise: cash-outs, fees, expiries, transfers
   * @param cards cards activated
   * @param redemptions redemptions less their reversals
   * @param complete whether the age's period was over at the as-of
   */
  public record Cell(
      int age,
      @Nullable BigDecimal issued,
      BigDecimal redeemed,
      BigDecimal exited,
      long cards,
      long redemptions,
      boolean complete) {

    /** A complete cell with money only, as a triangle file has it. */
    public static Cell of(int age, @Nullable BigDecimal issued, BigDecimal redeemed) {
      return new Cell(age, issued, redeemed, BigDecimal.ZERO, 0, 0, true);
    }
  }

  /** Checks that every cohort's ages are the leading ages of the oldest ladder of ages. */
  public Triangle {
    cohorts = List.copyOf(cohorts);
    List<Integer> ladder = ladder(cohorts);
    for (Cohort cohort : cohorts) {
      List<Integer> ages = cohort.cells().stream().map(Cell::age).toList();
      if (!ages.equals(ladder.subList(0, Math.min(ages.size(), ladder.size())))) {
        throw new IllegalArgumentException(
            "Cannot make a triangle: cohort %s has ages %s, the longest cohort has %s. "
                    .formatted(cohort.origin(), ages, ladder)
                + "Give every cohort a cell for each age from the first on, without a gap.");
      }
    }
  }

  /** The ages, rising: those of the cohort with the most cells. */
  public List<Integer> ages() {
    return ladder(cohorts);
  }

  private static List<Integer> ladder(List<Cohort> cohorts) {
    List<Integer> longest = new ArrayList<>();
    for (Cohort cohort : cohorts) {
      if (cohort.cells().size() > longest.size()) {
        longest = cohort.cells().stream().map(Cell::age).toList();
      }
    }
    return List.copyOf(longest);
  }
}
