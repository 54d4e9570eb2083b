package org.athena.breakage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method says of a triangle, before any bound.
 *
 * @shape one estimate per cohort of the triangle, in its order
 * @units money in the segment's currency, unrounded
 * @param cohorts the estimates
 * @param totalStandardError the standard error of the sum of the ultimates, or null
 * @param totalPredictive the distribution of the sum of the ultimates, or null
 * @param development the development pattern, or null where the method has none
 * @param diagnostics further figures by name, in order: fitted parameters, error parts
 * @param notes what a reader should know
 */
public record Estimates(
    List<Estimate> cohorts,
    @Nullable Double totalStandardError,
    @Nullable Predictive totalPredictive,
    @Nullable Development development,
    Map<String, Double> diagnostics,
    List<String> notes) {

  /** Keeps its own copies and checks that all figures are finite. */
  public Estimates {
    cohorts = List.copyOf(cohorts);
    Finite.requireError("estimates", "total standard error", totalStandardError);
    diagnostics = Finite.copy("estimates", diagnostics);
    notes = List.copyOf(notes);
  }

  /** Estimates without anything about their total. */
  public static Estimates of(List<Estimate> cohorts) {
    return new Estimates(cohorts, null, null, null, Map.of(), List.of());
  }

  /** These estimates with others of the same cohorts. */
  public Estimates withCohorts(List<Estimate> others) {
    return new Estimates(
        others, totalStandardError, totalPredictive, development, diagnostics, notes);
  }

  /** These estimates with a standard error of the total. */
  public Estimates withTotalStandardError(double error) {
    return new Estimates(cohorts, error, totalPredictive, development, diagnostics, notes);
  }

  /** These estimates with a distribution of the total. */
  public Estimates withTotalPredictive(Predictive distribution) {
    return new Estimates(
        cohorts, totalStandardError, distribution, development, diagnostics, notes);
  }

  /** These estimates with a development pattern. */
  public Estimates withDevelopment(Development pattern) {
    return new Estimates(cohorts, totalStandardError, totalPredictive, pattern, diagnostics, notes);
  }

  /** These estimates with one further named figure. */
  public Estimates with(String name, double value) {
    Map<String, Double> more = Finite.plus(diagnostics, name, value);
    return new Estimates(cohorts, totalStandardError, totalPredictive, development, more, notes);
  }

  /** These estimates with further notes. */
  public Estimates withNotes(List<String> further) {
    List<String> more = new ArrayList<>(notes);
    more.addAll(further);
    return new Estimates(
        cohorts, totalStandardError, totalPredictive, development, diagnostics, more);
  }
}
