package org.athena.forecast;

import java.util.List;
import java.util.Map;
import org.athena.breakage.Development;

/** The tail that adds nothing. */
record NoTail() implements Tail {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public Extension extend(Development development) {
    return new Extension(development, Map.of(), List.of());
  }
}
