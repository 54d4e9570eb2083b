package org.athena.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;
import org.jspecify.annotations.Nullable;

/**
 * Bondy's tail: the last link ratio once more. From an earliest age on it is the generalised form:
 * the logarithm of each link ratio is a constant share b of the one before, b by least squares, and
 * the tail is all that follows the last link.
 *
 * @source Weller (1989), Generalized Bondy Development, CAS Forum, Fall, 269-276; with b = 1/2 the
 *     generalised tail is the last ratio, ln f (b / (1 - b)) = ln f
 * @param earliest the age, as the triangle labels it, of the first link the share is fitted to, or
 *     null for the last link ratio alone
 */
public record BondyTail(@Nullable Integer earliest) implements Tail {

  static final BondyTail DEFAULT = new BondyTail(null);

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 200;

  /** The generalised tail, fitted to the links from an age on. */
  public BondyTail from(int age) {
    return new BondyTail(age);
  }

  @Override
  public String name() {
    return earliest == null ? "bondy" : "bondy(earliest=" + earliest + ")";
  }

  @Override
  public Extension extend(Development development) {
    List<Development.Link> links = development.links();
    double last = links.isEmpty() ? Double.NaN : factor(links.get(links.size() - 1));
    if (!(last > 0)) {
      return without(development, "there is no last link ratio above 0");
    }
    if (earliest == null) {
      return new Extension(development.withTail(last), Map.of(), List.of());
    }
    double[] logs =
        links.stream()
            .filter(link -> link.fromAge() >= earliest)
            .mapToDouble(BondyTail::factor)
            .map(Math::log)
            .toArray();
    if (logs.length < 3) {
      return without(development, "fewer than three link ratios from age " + earliest + " on");
    }
    for (double log : logs) {
      if (!Double.isFinite(log)) {
        return without(development, "a link ratio from age " + earliest + " on is missing");
      }
    }
    return fitted(development, logs);
  }

  private static Extension fitted(Development development, double[] logs) {
    double low = 0;
    double high = 1;
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (squares(logs, left) < squares(logs, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    double share = (low + high) / 2;
    double first = first(logs, share);
    if (share > 1 - 1e-6 || !(first > 0)) {
      return without(development, "the link ratios do not fall towards 1");
    }
    double tail = Math.exp(first * Math.pow(share, logs.length) / (1 - share));
    Map<String, Double> parameters = new LinkedHashMap<>();
    parameters.put("tail share b", share);
    parameters.put("tail first factor", Math.exp(first));
    return new Extension(development.withTail(tail), parameters, List.of());
  }

  /** The logarithm of the first factor that fits best with a share. */
  private static double first(double[] logs, double share) {
    double xy = 0;
    double xx = 0;
    double power = 1;
    for (double log : logs) {
      xy += log * power;
      xx += power * power;
      power *= share;
    }
    return xy / xx;
  }

  private static double squares(double[] logs, double share) {
    double fitted = first(logs, share);
    double sum = 0;
    for (double log : logs) {
      sum += (log - fitted) * (log - fitted);
      fitted *= share;
    }
    return sum;
  }

  private static double factor(Development.Link link) {
    Double factor = link.factor();
    return factor == null ? Double.NaN : factor;
  }

  private static Extension without(Development development, String why) {
    return new Extension(development, Map.of(), List.of("Bondy tail left out: " + why));
  }
}
