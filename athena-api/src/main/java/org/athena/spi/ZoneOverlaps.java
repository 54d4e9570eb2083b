package org.athena.spi;

import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The overlaps of a time zone: when clocks are put back, wall-clock times occur twice.
 *
 * <p>Athena takes the earlier instant of the two; engines that take the later one are led back by
 * the length of the overlap.
 */
public final class ZoneOverlaps {

  private static final int FAR_YEAR = 2100;

  private ZoneOverlaps() {}

  /** The lengths that overlaps of a zone have had or will have, longest first. */
  public static List<Duration> lengths(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    Stream<ZoneOffsetTransition> coming =
        rules.getTransitionRules().stream().map(rule -> rule.createTransition(FAR_YEAR));
    return Stream.concat(rules.getTransitions().stream(), coming)
        .filter(ZoneOffsetTransition::isOverlap)
        .map(transition -> transition.getDuration().abs())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
