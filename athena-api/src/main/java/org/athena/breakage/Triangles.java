package org.athena.breakage;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

/**
 * The triangles of all segments, and what belongs to no cohort.
 *
 * @shape one triangle for each segment that has a cohort, in the order of currency and segment
 * @param list the triangles
 * @param unknown the totals of cards of which no activation was seen, for each segment that has any
 */
public record Triangles(List<Triangle> list, List<Unknown> unknown) implements Iterable<Triangle> {

  /**
   * What cards without an activation add to a segment's totals; outside of rates.
   *
   * @param segment the segment
   * @param issued their issued value: reloads net of voids
   * @param redeemed their redeemed value
   * @param exited what left them otherwise
   */
  public record Unknown(
      Segment segment, BigDecimal issued, BigDecimal redeemed, BigDecimal exited) {}

  /** Keeps its own copies. */
  public Triangles {
    list = List.copyOf(list);
    unknown = List.copyOf(unknown);
  }

  @Override
  public Iterator<Triangle> iterator() {
    return list.iterator();
  }

  /** The triangles of one currency, in order. */
  public List<Triangle> in(String currency) {
    return list.stream()
        .filter(triangle -> currency.equals(triangle.segment().currency()))
        .toList();
  }

  /**
   * The one triangle there is.
   *
   * @throws IllegalStateException when there are none or several; the message lists the segments
   */
  public Triangle single() {
    if (list.size() != 1) {
      throw new IllegalStateException(
          "Cannot take the single triangle: there are %d, of %s. Loop over them or filter the log."
              .formatted(list.size(), list.stream().map(Triangle::segment).toList()));
    }
    return list.get(0);
  }

  /** The triangles as tables for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    list.forEach(triangle -> text.append(TriangleText.of(triangle)).append('\n'));
    for (Unknown rest : unknown) {
      text.append(
          "%s: cards of unknown cohort: issued %s, redeemed %s, exited %s%n"
              .formatted(rest.segment(), rest.issued(), rest.redeemed(), rest.exited()));
    }
    return text.toString();
  }
}
