package org.athena.forecast;

import org.jspecify.annotations.Nullable;

/** A straight line by least squares. */
record Line(double intercept, double slope) {

  /** The line through the first n points, or null with fewer than two different x. */
  static @Nullable Line through(double[] x, double[] y, int n) {
    double meanX = 0;
    double meanY = 0;
    for (int j = 0; j < n; j++) {
      meanX += x[j] / n;
      meanY += y[j] / n;
    }
    double xx = 0;
    double xy = 0;
    for (int j = 0; j < n; j++) {
      xx += (x[j] - meanX) * (x[j] - meanX);
      xy += (x[j] - meanX) * (y[j] - meanY);
    }
    if (!(xx > 0) || !Double.isFinite(xy)) {
      return null;
    }
    double slope = xy / xx;
    return new Line(meanY - slope * meanX, slope);
  }

  /** The line through the logarithms of the positive values over 1, 2, ..., or null. */
  static @Nullable Line throughLogs(double[] values, double above) {
    double[] x = new double[values.length];
    double[] y = new double[values.length];
    int n = 0;
    for (int k = 0; k < values.length; k++) {
      if (values[k] > above) {
        x[n] = k + 1;
        y[n++] = Math.log(values[k]);
      }
    }
    return through(x, y, n);
  }

  double at(double x) {
    return intercept + slope * x;
  }
}
