package org.athena.model;

/**
 * An area of the lake; also the folder and the schema in which its data sets lie.
 *
 * @param name the area's name, lower case by custom
 */
public record Zone(String name) {

  /** As it came from the source. */
  public static final Zone RAW = new Zone("raw");

  /** Cleaned, typed, one row per fact. */
  public static final Zone CURATED = new Zone("curated");

  /** Shaped for the services that read it. */
  public static final Zone OPERATIONAL = new Zone("operational");

  /** Summed up. */
  public static final Zone AGGREGATED = new Zone("aggregated");

  /** Checks that the name is one word of letters, digits and underscores. */
  public Zone {
    if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException(
          "Cannot make a zone named '%s': a name is a letter, then letters, digits or underscores."
              .formatted(name));
    }
  }

  /** The area of one person or team. */
  public static Zone personal(String owner) {
    return new Zone("personal_" + owner);
  }
}
