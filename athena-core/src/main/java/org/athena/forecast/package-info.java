/**
 * Methods that forecast what gift cards redeem in the end: link ratios, chain ladder, Mack's
 * standard errors, tails and a naive rate to compare with.
 */
@NullMarked
package org.athena.forecast;

import org.jspecify.annotations.NullMarked;
