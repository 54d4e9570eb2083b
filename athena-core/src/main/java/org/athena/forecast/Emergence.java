package org.athena.forecast;

import java.util.List;
import org.athena.breakage.Development;
import org.athena.breakage.Triangle;
import org.jspecify.annotations.Nullable;

/**
 * When what is still to come is redeemed: by the method's own link ratios, or by those of the chain
 * ladder where it has none. What comes after the last age falls off as the increments of the last
 * ages do.
 */
final class Emergence {

  private static final int LAST_AGES = 12;
  private static final double SLOWEST = 0.98;
  private static final double UNKNOWN = 0.5;

  /** The share redeemed by each age. */
  private final double[] share;

  /** The share of what is left after the last age that is left one age on. */
  private final double decay;

  private Emergence(double[] share) {
    this.share = share;
    decay = decay(share);
  }

  /** The pattern of a forecast's development, or of the chain ladder. */
  static Emergence of(@Nullable Development own, Triangle triangle) {
    boolean usable =
        own != null
            && own.measure().equals(Development.LINK_RATIO)
            && own.links().size() == Math.max(0, CompleteCells.of(triangle).links());
    return of(usable && own != null ? own : LinkRatios.volumeWeighted().development(triangle));
  }

  /** The pattern of link ratios and their tail. */
  static Emergence of(Development development) {
    List<Development.Link> links = development.links();
    double[] share = new double[links.size() + 1];
    Double tail = development.tail();
    share[links.size()] = tail == null ? 1 : 1 / tail;
    for (int k = links.size() - 1; k >= 0; k--) {
      Double factor = links.get(k).factor();
      share[k] = factor == null ? share[k + 1] : share[k + 1] / factor;
    }
    return new Emergence(share);
  }

  /** The share of the ultimate that is redeemed by the end of an age index. */
  double by(long age) {
    int last = share.length - 1;
    return age <= last ? share[(int) age] : share[last] + (1 - share[last]) * ofTail(age - last);
  }

  /** The share of what comes after the last age that is redeemed within some ages of it. */
  double ofTail(long ages) {
    return 1 - Math.pow(decay, Math.max(0, ages));
  }

  /** The share of what is outstanding at an age index that is redeemed within some ages. */
  double within(int age, long periods) {
    double left = 1 - share[age];
    double part = (by(age + periods) - share[age]) / left;
    return left > 0 && Double.isFinite(part) ? part : ofTail(age + periods - share.length + 1);
  }

  private static double decay(double[] share) {
    int last = share.length - 1;
    int steps = Math.min(LAST_AGES, last - 1);
    if (steps < 1) {
      return UNKNOWN;
    }
    double end = share[last] - share[last - 1];
    double start = share[last - steps] - share[last - steps - 1];
    double ratio = Math.pow(end / start, 1.0 / steps);
    return end > 0 && start > 0 ? Math.min(SLOWEST, ratio) : UNKNOWN;
  }
}
