package org.athena.breakage;

/** A predictive distribution of an ultimate redemption, as its quantile function. */
@FunctionalInterface
public interface Predictive {

  /**
   * The value that the ultimate redemption stays below with the given probability.
   *
   * @units money in the segment's currency
   * @param probability above 0 and below 1
   * @return a finite value that does not fall as the probability rises
   */
  double quantile(double probability);
}
