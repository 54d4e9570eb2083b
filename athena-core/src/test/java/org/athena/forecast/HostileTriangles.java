package org.athena.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;

/** Triangles that no method should stumble over, with issued values that make no sense. */
final class HostileTriangles {

  private HostileTriangles() {}

  static List<Triangle> all() {
    List<Triangle> all = new ArrayList<>();
    all.add(new Triangle(Segment.ALL, List.of()));
    for (String issued : List.of("100", "0", "-5", "0.01", "1e200")) {
      for (Triangle bare :
          List.of(
              Figures.triangle("5"),
              Figures.triangle("5*"),
              Figures.triangle("0 0 0", "0 0", "0"),
              Figures.triangle("0 5 4", "0 3", "0"),
              Figures.triangle("0 5 9 11", "0 3 7", "0 6", "0"),
              Figures.triangle("10 5 4 -3", "8 9 -2", "-4 3", "5"),
              Figures.triangle("-1 -2 -3", "-1 -2", "-1"),
              Figures.triangle("1 1 1 1", "1 1 1", "1 1", "1"),
              Figures.triangle("1 2 2*", "1*", "1 3"),
              Figures.triangle("10 20 30 40 50 60", "10 20 30 40 50", "10 20 30 40*"),
              Figures.triangle("1e-300 1e300", "1e-300 1e300", "1e300"),
              Figures.triangle("1e-200 1e-199 1e-198 1e-190", "1e-200 1e-199"),
              Figures.triangle("7 8 9 10 11 12"))) {
        all.add(Figures.withIssued(bare, cohort -> new BigDecimal(issued)));
      }
    }
    return all;
  }
}
