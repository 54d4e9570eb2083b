package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Development;
import org.athena.breakage.Triangle;

/**
 * How age-to-age factors are averaged from a triangle's complete cells.
 *
 * <p>For each age, the newest {@code last} ratios are taken, then exclusions are left out, then the
 * highest and lowest ratios are dropped where at least one remains. A ratio is next over this age;
 * where this age has nothing redeemed there is no ratio, and the volume-weighted average still
 * counts the cohort in both its sums.
 *
 * @source Mack (1999), ASTIN Bulletin 29(2), 361-366: weights C^alpha with alpha 1, 0 and 2
 * @param average the average
 * @param last how many of the newest ratios of each age are used; 0 is all
 * @param dropHighest how many of the highest ratios of each age are dropped
 * @param dropLowest how many of the lowest ratios of each age are dropped
 * @param exclusions what is left out
 */
public record LinkRatios(
    Average average, int last, int dropHighest, int dropLowest, List<Exclusion> exclusions) {

  /** How ratios are weighted. */
  public enum Average {
    /** By what was redeemed: the sum at the next age over the sum at this age. */
    VOLUME_WEIGHTED("volume", 1),
    /** All alike. */
    SIMPLE("simple", 0),
    /** By the square of what was redeemed: the regression of next on this through the origin. */
    REGRESSION("regression", 2);

    private final String word;
    private final int alpha;

    Average(String word, int alpha) {
      this.word = word;
      this.alpha = alpha;
    }

    /** The power of the redeemed value that a ratio is weighted by. */
    public int alpha() {
      return alpha;
    }
  }

  /** Checks the counts. */
  public LinkRatios {
    exclusions = List.copyOf(exclusions);
    requireCount("last", last);
    requireCount("dropHighest", dropHighest);
    requireCount("dropLowest", dropLowest);
  }

  private static void requireCount(String name, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "Cannot average link ratios: %s is %d ratios, it must not be negative. Give 0 for %s."
              .formatted(name, count, name.equals("last") ? "all" : "none"));
    }
  }

  /** The volume-weighted average of all ratios. */
  public static LinkRatios volumeWeighted() {
    return of(Average.VOLUME_WEIGHTED);
  }

  /** The simple average of all ratios. */
  public static LinkRatios simple() {
    return of(Average.SIMPLE);
  }

  /** The regression through the origin on all ratios. */
  public static LinkRatios regression() {
    return of(Average.REGRESSION);
  }

  /** An average of all ratios. */
  public static LinkRatios of(Average average) {
    return new LinkRatios(average, 0, 0, 0, List.of());
  }

  /** These ratios from the newest few of each age; 0 is all. */
  public LinkRatios last(int count) {
    return new LinkRatios(average, count, dropHighest, dropLowest, exclusions);
  }

  /** These ratios without the highest few of each age. */
  public LinkRatios dropHighest(int count) {
    return new LinkRatios(average, last, count, dropLowest, exclusions);
  }

  /** These ratios without the lowest few of each age. */
  public LinkRatios dropLowest(int count) {
    return new LinkRatios(average, last, dropHighest, count, exclusions);
  }

  /** These ratios without what is named, beside what was left out before. */
  public LinkRatios excluding(Exclusion... further) {
    List<Exclusion> more = new ArrayList<>(exclusions);
    more.addAll(List.of(further));
    return new LinkRatios(average, last, dropHighest, dropLowest, more);
  }

  /**
   * The factors of a triangle, without a tail.
   *
   * @shape one link per step between ages that have complete cells
   * @throws IllegalArgumentException if a diagonal is excluded and cohorts are not one age apart
   */
  public Development development(Triangle triangle) {
    return LinkFit.of(CompleteCells.of(triangle), this).development();
  }

  /** The parameters that differ from all ratios, volume-weighted, as name=value. */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    if (average != Average.VOLUME_WEIGHTED) {
      parameters.add("average=" + average.word);
    }
    addCount(parameters, "last", last);
    addCount(parameters, "drop-highest", dropHighest);
    addCount(parameters, "drop-lowest", dropLowest);
    for (Exclusion exclusion : exclusions) {
      parameters.add(
          switch (exclusion) {
            case Exclusion.Ratio ratio -> "exclude=" + ratio.origin() + "@" + ratio.fromAge();
            case Exclusion.Cohort cohort -> "exclude-cohort=" + cohort.origin();
            case Exclusion.Diagonal diagonal -> "exclude-diagonal=" + diagonal.back();
          });
    }
    return parameters;
  }

  private static void addCount(List<String> parameters, String name, int count) {
    if (count > 0) {
      parameters.add(name + "=" + count);
    }
  }
}
