package org.athena.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.athena.breakage.Estimates;
import org.athena.breakage.ForecastMethod;
import org.athena.breakage.Triangle;

/**
 * The chain ladder: the last complete value of a cohort times the link ratios still ahead of it and
 * the tail.
 *
 * @source Mack (1993), ASTIN Bulletin 23(2), 213-225, equation (1)
 * @param ratios how link ratios are averaged
 * @param tail what comes after the last age
 */
public record ChainLadder(LinkRatios ratios, Tail tail) implements ForecastMethod {

  /** The chain ladder on given averages, without a tail. */
  public static ChainLadder of(LinkRatios ratios) {
    return new ChainLadder(ratios, Tail.none());
  }

  /** The chain ladder on volume-weighted averages of all ratios, without a tail. */
  public static ChainLadder volumeWeighted() {
    return of(LinkRatios.volumeWeighted());
  }

  /** The chain ladder on simple averages of all ratios, without a tail. */
  public static ChainLadder simple() {
    return of(LinkRatios.simple());
  }

  /** The chain ladder on regressions through the origin, without a tail. */
  public static ChainLadder regression() {
    return of(LinkRatios.regression());
  }

  /** This method on the newest few ratios of each age; 0 is all. */
  public ChainLadder last(int count) {
    return new ChainLadder(ratios.last(count), tail);
  }

  /** This method without the highest few ratios of each age. */
  public ChainLadder dropHighest(int count) {
    return new ChainLadder(ratios.dropHighest(count), tail);
  }

  /** This method without the lowest few ratios of each age. */
  public ChainLadder dropLowest(int count) {
    return new ChainLadder(ratios.dropLowest(count), tail);
  }

  /** This method without the ratios that are named. */
  public ChainLadder excluding(Exclusion... further) {
    return new ChainLadder(ratios.excluding(further), tail);
  }

  /** This method with a tail. */
  public ChainLadder tail(Tail other) {
    return new ChainLadder(ratios, other);
  }

  @Override
  public String name() {
    List<String> parameters = new ArrayList<>(ratios.parameters());
    if (!tail.equals(Tail.none())) {
      parameters.add("tail=" + tail.name());
    }
    return Names.of("chain-ladder", parameters);
  }

  @Override
  public Estimates estimate(Triangle triangle) {
    return Projection.of(CompleteCells.of(triangle), ratios, tail).estimates();
  }

  /** {@inheritDoc} A tail is redeemed as the increments of the last ages fall off. */
  @Override
  public Optional<Estimates> estimateAfter(Triangle triangle, int periods) {
    return Optional.of(
        Projection.of(CompleteCells.of(triangle), ratios, tail).estimatesAfter(periods));
  }
}
