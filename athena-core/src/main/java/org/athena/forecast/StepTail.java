package org.athena.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Steps by age, a hazard or an increment over issued, carried on after the last age by the curve of
 * a tail. The step of the first age is not on the curve: that age is not a whole one for most
 * cards. The others are counted from 1.
 *
 * @param steps the steps of the triangle's ages, then those of the tail
 */
@SuppressWarnings("ArrayRecordComponent")
record StepTail(double[] steps, Map<String, Double> parameters, List<String> notes) {

  /** Refuses a tail that is no curve of steps. */
  static void require(String what, Tail tail) {
    if (!(tail instanceof NoTail
        || tail instanceof ExponentialTail
        || tail instanceof InversePowerTail)) {
      throw new IllegalArgumentException(
          "Cannot make %s: tail is %s, there are none, exponential and inverse-power. "
                  .formatted(what, tail.name())
              + "Use one of these: other tails are made for link ratios.");
    }
  }

  static StepTail of(double[] steps, int[] labels, Tail tail, String figures) {
    return switch (tail) {
      case ExponentialTail t ->
          on(TailCurve.EXPONENTIAL, steps, labels, t.periods(), t.attachment(), figures);
      case InversePowerTail t ->
          on(TailCurve.INVERSE_POWER, steps, labels, t.periods(), t.attachment(), figures);
      default -> new StepTail(steps, Map.of(), List.of());
    };
  }

  private static StepTail on(
      TailCurve curve,
      double[] steps,
      int[] labels,
      int periods,
      @Nullable Integer attachment,
      String figures) {
    double[] later = Arrays.copyOfRange(steps, Math.min(1, steps.length), steps.length);
    Line line = curve.line(later);
    String refusal = curve.refusal(line, figures, "0", "0");
    if (line == null || refusal != null) {
      return new StepTail(steps, Map.of(), refusal == null ? List.of() : List.of(refusal));
    }
    double[] longer = Arrays.copyOf(steps, steps.length + periods);
    for (int k = 1; k < longer.length; k++) {
      if (k >= steps.length || (attachment != null && labels[k - 1] >= attachment)) {
        longer[k] = curve.excess(line, k);
      }
    }
    return new StepTail(longer, curve.parameters(line), curve.notes(line, periods));
  }
}
