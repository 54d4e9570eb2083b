package org.athena.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;
import org.jspecify.annotations.Nullable;

/**
 * The tail of factors that decay exponentially towards 1: ln(f - 1) is a straight line over the
 * links counted from 1. Links at or below 1.00001 are left out of the line. Where fewer than two
 * links are left, or the line does not fall, there is no tail and a note says so.
 *
 * @source the log-linear tail of R ChainLadder (tailfactor) and chainladder-python (TailCurve)
 * @param periods how many ages after the last the curve is carried on
 * @param attachment the age, as the triangle labels it, from which the curve's factors replace the
 *     links, or null where it only adds after the last age
 */
public record ExponentialTail(int periods, @Nullable Integer attachment) implements Tail {

  static final ExponentialTail DEFAULT = new ExponentialTail(100, null);

  private static final double SMALLEST = 1.00001;

  /** Checks the number of periods. */
  public ExponentialTail {
    if (periods < 1) {
      throw new IllegalArgumentException(
          "Cannot make an exponential tail: periods is %d ages, 1 is the fewest. Use Tail.none()."
              .formatted(periods));
    }
  }

  /** This tail carried on for another number of ages after the last. */
  public ExponentialTail over(int ages) {
    return new ExponentialTail(ages, attachment);
  }

  /** This tail with the curve's factors in place of the links from an age on. */
  public ExponentialTail attachedAt(int age) {
    return new ExponentialTail(periods, age);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>();
    if (periods != DEFAULT.periods) {
      parameters.add("periods=" + periods);
    }
    if (attachment != null) {
      parameters.add("attach=" + attachment);
    }
    return Names.of("exponential", parameters);
  }

  @Override
  public Extension extend(Development development) {
    List<Development.Link> links = development.links();
    double[] excess = new double[links.size()];
    for (int k = 0; k < excess.length; k++) {
      Double factor = links.get(k).factor();
      excess[k] = factor == null || factor <= SMALLEST ? 0 : factor - 1;
    }
    Line line = Line.throughLogs(excess, 0);
    if (line == null || line.slope() >= 0) {
      String why =
          line == null
              ? "exponential tail left out: fewer than two link ratios are above 1.00001"
              : "exponential tail left out: the link ratios do not fall towards 1";
      return new Extension(development, Map.of(), List.of(why));
    }
    double tail = 1;
    for (int k = excess.length + 1; k <= excess.length + periods; k++) {
      tail *= factor(line, k);
    }
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("tail intercept", line.intercept());
    parameters.put("tail slope", line.slope());
    return new Extension(
        development.withLinks(attached(links, line)).withTail(tail), parameters, List.of());
  }

  private List<Development.Link> attached(List<Development.Link> links, Line line) {
    if (attachment == null) {
      return links;
    }
    List<Development.Link> replaced = new ArrayList<>(links);
    for (int k = 0; k < links.size(); k++) {
      if (links.get(k).fromAge() >= attachment) {
        replaced.set(k, links.get(k).withFactor(factor(line, k + 1)));
      }
    }
    return replaced;
  }

  private static double factor(Line line, int k) {
    return 1 + Math.exp(line.at(k));
  }
}
