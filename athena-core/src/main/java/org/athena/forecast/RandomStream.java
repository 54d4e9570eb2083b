package org.athena.forecast;

/**
 * Random numbers by counting: the number at a place is a function of a key and the place alone, so
 * that it does not matter who draws it and when.
 *
 * @source the mixing function of SplitMix64: Steele, Lea and Flood (2014), OOPSLA, 453-472; its
 *     constants are variant 13 of Stafford
 */
final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-52;

  private long key;
  private long place;

  /** Starts at the first place of a key. */
  RandomStream at(long newKey) {
    key = newKey;
    place = 0;
    return this;
  }

  /** A key made of a key and one more word. */
  static long key(long key, long word) {
    return mix(mix(key) + word * GOLDEN);
  }

  /** A key made of a text, the same in every run. */
  static long key(String text) {
    long key = text.length();
    for (int c = 0; c < text.length(); c++) {
      key = key(key, text.charAt(c));
    }
    return key;
  }

  /** The 64 bits at a place of a key. */
  static long bits(long key, long place) {
    return mix(key + (place + 1) * GOLDEN);
  }

  /** A whole number from 0, below a bound, at a place of a key. */
  static int below(int bound, long key, long place) {
    return (int) (((bits(key, place) >>> 32) * bound) >>> 32);
  }

  /** The next number above 0 and below 1. */
  double uniform() {
    return ((bits(key, place++) >>> 12) + 0.5) * UNIT;
  }

  /**
   * The next standard normal number.
   *
   * @source Marsaglia and Bray (1964), SIAM Review 6(3), 260-264, the polar method
   */
  double normal() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square < 1 && square > 0) {
        return x * Math.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
