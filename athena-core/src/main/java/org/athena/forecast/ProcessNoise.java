package org.athena.forecast;

/**
 * How a future redemption is scattered around its mean: with a variance in proportion to the mean.
 * The numbers are the same on every machine.
 */
public enum ProcessNoise {

  /** Gamma: any amount above 0. */
  GAMMA("gamma") {
    @Override
    double draw(double mean, double dispersion, RandomStream random) {
      return dispersion * gamma(mean / dispersion, random);
    }
  },

  /** Over-dispersed Poisson: the dispersion times a Poisson count, which may be 0. */
  POISSON("poisson") {
    @Override
    double draw(double mean, double dispersion, RandomStream random) {
      return dispersion * poisson(mean / dispersion, random);
    }
  };

  private static final double LARGEST_SHAPE = 1e15;

  private final String word;

  ProcessNoise(String word) {
    this.word = word;
  }

  /** The name in a method's parameters. */
  public String word() {
    return word;
  }

  /** A number with this mean, above 0, and the variance dispersion times mean. */
  abstract double draw(double mean, double dispersion, RandomStream random);

  /** Scatters a mean of 0 or more; a mean that the dispersion cannot move stays. */
  double around(double mean, double dispersion, RandomStream random) {
    return mean <= 0 || !(mean / dispersion < LARGEST_SHAPE)
        ? mean
        : draw(mean, dispersion, random);
  }

  /**
   * A gamma number of a shape and scale 1.
   *
   * @source Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26(3), 363-372
   */
  static double gamma(double shape, RandomStream random) {
    if (shape < 1) {
      double power = StrictMath.pow(random.uniform(), 1 / shape);
      return power * gamma(shape + 1, random);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.normal();
      double root = 1 + c * x;
      if (root <= 0) {
        continue;
      }
      double v = root * root * root;
      double u = random.uniform();
      double square = x * x;
      if (u < 1 - 0.0331 * square * square
          || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
        return d * v;
      }
    }
  }

  /**
   * A Poisson count of a mean.
   *
   * @source Hormann (1993), Insurance: Mathematics and Economics 12(1), 39-45, algorithm PTRS;
   *     below a mean of 10 by multiplication, Knuth, The Art of Computer Programming 2, 3.4.1 F
   */
  static double poisson(double mean, RandomStream random) {
    if (mean < 10) {
      double limit = StrictMath.exp(-mean);
      int count = 0;
      for (double product = random.uniform(); product > limit; product *= random.uniform()) {
        count++;
      }
      return count;
    }
    double b = 0.931 + 2.53 * Math.sqrt(mean);
    double a = -0.059 + 0.02483 * b;
    double accept = 0.9277 - 3.6224 / (b - 2);
    double scale = 1.1239 + 1.1328 / (b - 3.4);
    double logMean = StrictMath.log(mean);
    while (true) {
      double u = random.uniform() - 0.5;
      double v = random.uniform();
      double s = 0.5 - Math.abs(u);
      double count = Math.floor((2 * a / s + b) * u + mean + 0.43);
      if (s >= 0.07 && v <= accept) {
        return count;
      }
      if (count >= 0
          && (s >= 0.013 || v <= s)
          && StrictMath.log(v * scale / (a / (s * s) + b))
              <= count * logMean - mean - logFactorial(count)) {
        return count;
      }
    }
  }

  /** ln n!: the sum of logarithms, from 10 on Stirling's series. */
  private static double logFactorial(double n) {
    if (n < 10) {
      double sum = 0;
      for (int k = 2; k <= n; k++) {
        sum += StrictMath.log(k);
      }
      return sum;
    }
    double inverse = 1 / (n + 1);
    double square = inverse * inverse;
    double series = inverse * (1 / 12.0 - square * (1 / 360.0 - square / 1260));
    return (n + 0.5) * StrictMath.log(n + 1) - (n + 1) + 0.5 * StrictMath.log(2 * Math.PI) + series;
  }
}
