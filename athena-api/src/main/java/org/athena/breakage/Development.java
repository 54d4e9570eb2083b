package org.athena.breakage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The development pattern behind a forecast: one figure for each step from an age to the next.
 *
 * @shape one link per step, by rising age; the tail is what comes after the last age
 * @param measure what the factors are, {@link #LINK_RATIO} or a method's own words
 * @param links the steps
 * @param tail the factor from the last age to the ultimate, or null where there is none
 * @param tailStandardError its standard error, or null
 * @param tailSigma its sigma, or null
 */
public record Development(
    String measure,
    List<Link> links,
    @Nullable Double tail,
    @Nullable Double tailStandardError,
    @Nullable Double tailSigma) {

  /** The measure of age-to-age factors: redeemed at the next age over redeemed at this age. */
  public static final String LINK_RATIO = "link ratio";

  /**
   * One step from an age to the next.
   *
   * @param fromAge the earlier age, as the triangle labels it
   * @param toAge the later age
   * @param factor the figure, or null where it cannot be computed
   * @param standardError its standard error, or null
   * @param sigma the root of the variance parameter of the step, or null
   * @param ratios how many cohorts it was computed from
   */
  public record Link(
      int fromAge,
      int toAge,
      @Nullable Double factor,
      @Nullable Double standardError,
      @Nullable Double sigma,
      int ratios) {

    /** Checks that the figures are finite. */
    public Link {
      if (Finite.odd(factor) || Finite.odd(standardError) || Finite.odd(sigma)) {
        String owner = "the link from age %d to %d".formatted(fromAge, toAge);
        Finite.require(owner, "factor", factor);
        Finite.requireError(owner, "standard error", standardError);
        Finite.requireError(owner, "sigma", sigma);
      }
    }

    /** This link with another factor. */
    public Link withFactor(double other) {
      return new Link(fromAge, toAge, other, standardError, sigma, ratios);
    }

    /** This link with a standard error and a sigma. */
    public Link withErrors(@Nullable Double error, @Nullable Double root) {
      return new Link(fromAge, toAge, factor, error, root, ratios);
    }
  }

  /** Keeps its own copy of the links and checks that the figures are finite. */
  public Development {
    links = List.copyOf(links);
    Finite.require("a development", "tail", tail);
    Finite.requireError("a development", "tail standard error", tailStandardError);
    Finite.requireError("a development", "tail sigma", tailSigma);
  }

  /** Age-to-age factors without a tail. */
  public static Development ofLinkRatios(List<Link> links) {
    return new Development(LINK_RATIO, links, null, null, null);
  }

  /** This development with other links. */
  public Development withLinks(List<Link> others) {
    return new Development(measure, others, tail, tailStandardError, tailSigma);
  }

  /** This development with a tail factor whose error is not known. */
  public Development withTail(double factor) {
    return new Development(measure, links, factor, null, null);
  }

  /** This development with the errors of its tail factor. */
  public Development withTailErrors(@Nullable Double error, @Nullable Double sigma) {
    return new Development(measure, links, tail, error, sigma);
  }

  /**
   * The factor from an age to the ultimate: the product of the links from there on and the tail.
   *
   * @param index the age's index from 0; the number of links is the last age
   * @return null where a factor is missing or the factors are not link ratios
   */
  public @Nullable Double toUltimate(int index) {
    if (!measure.equals(LINK_RATIO)) {
      return null;
    }
    double product = tail == null ? 1 : tail;
    for (int k = links.size() - 1; k >= index; k--) {
      Double factor = links.get(k).factor();
      if (factor == null) {
        return null;
      }
      product *= factor;
    }
    return product;
  }
}
