package org.athena.kit;

import java.util.ArrayList;
import java.util.List;

/** The scenarios of all topics: one at the least for each kind of question. */
final class Scenarios {

  private Scenarios() {}

  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>(QueryScenarios.all());
    all.addAll(CardScenarios.all());
    return List.copyOf(all);
  }
}
