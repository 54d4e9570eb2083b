package org.athena.forecast;

import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;

/** The tail of one given factor. */
record ConstantTail(double factor) implements Tail {

  ConstantTail {
    if (!(factor > 0 && Double.isFinite(factor))) {
      throw new IllegalArgumentException(
          "Cannot make a constant tail: factor is %s, it must be a positive number. "
                  .formatted(factor)
              + "Give 1.05 for five percent.");
    }
  }

  @Override
  public String name() {
    return "constant(" + factor + ")";
  }

  @Override
  public Extension extend(Development development) {
    return new Extension(development.withTail(factor), Map.of(), List.of());
  }
}
