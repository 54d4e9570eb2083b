/**
 * Methods that forecast what gift cards redeem in the end: chain ladder with Mack's standard
 * errors, tails, methods on issued value (Bornhuetter-Ferguson, Benktander, Cape Cod, additive),
 * the hazard of the remaining balance, growth curves, models of delays, and a naive rate to compare
 * with. What is fitted by search needs the optional library hipparchus-optim.
 */
@NullMarked
package org.athena.forecast;

import org.jspecify.annotations.NullMarked;
