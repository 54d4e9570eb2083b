package org.athena.forecast;

/** The optional library that searches for the best parameters. */
final class Numerics {

  private static final String NEEDED =
      "org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex";

  private Numerics() {}

  /**
   * Checks that the library is there.
   *
   * @param task what it is needed for, for instance "fit a growth curve"
   * @throws IllegalStateException if it is not
   */
  static void require(String task) {
    try {
      Class.forName(NEEDED, false, Numerics.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "Cannot %s: the library org.hipparchus:hipparchus-optim is not there; ".formatted(task)
              + "only what is fitted by search needs it. Add that artifact to the run time.",
          e);
    }
  }
}
