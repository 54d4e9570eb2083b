/**
 * Answers about gift-card logs worked out in plain Java, to compare with what engines say.
 *
 * <p>Only loops, maps and sorted lists over the JDK; nothing here knows how the library computes.
 * Every sum of money has scale 2, so records may be compared with {@code equals}; numbers of other
 * origin are to be given scale 2 first.
 */
@NullMarked
package org.athena.oracle;

import org.jspecify.annotations.NullMarked;
