package org.athena.breakage;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The forecasts of several segments of one currency, and their sum.
 *
 * @param forecasts one forecast per segment
 */
public record Forecasts(List<Forecast> forecasts) {

  /** What {@link #total} takes for granted. */
  public static final String INDEPENDENT =
      "Segments are taken as independent: the variance of the total is the sum of theirs.";

  /** Checks that there is one currency and no segment twice. */
  public Forecasts {
    forecasts = List.copyOf(forecasts);
    Set<Segment> segments = new HashSet<>();
    for (Forecast forecast : forecasts) {
      String first = forecasts.get(0).segment().currency();
      String currency = forecast.segment().currency();
      if (!Objects.equals(first, currency)) {
        throw new IllegalArgumentException(
            "Cannot add up forecasts: currency is %s for segment %s and %s for segment %s. "
                    .formatted(first, forecasts.get(0).segment(), currency, forecast.segment())
                + "Add up one currency at a time.");
      }
      if (!segments.add(forecast.segment())) {
        throw new IllegalArgumentException(
            "Cannot add up forecasts: segment %s is there twice. Give one forecast per segment."
                .formatted(forecast.segment()));
      }
    }
  }

  /** The sum over all segments; standard errors are added as {@link #INDEPENDENT}. */
  public ForecastTotal total() {
    return Totals.ofIndependent(forecasts.stream().map(Forecast::total).toList());
  }

  /** A table for people: a line per segment, the total, and how errors were added. */
  @Override
  public String toString() {
    return ForecastTable.of(this);
  }
}
