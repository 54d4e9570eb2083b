/**
 * A made-up gift-card log of any size whose true breakage is known, for stories, demonstrations,
 * tests and benchmarks.
 */
@NullMarked
package org.athena.examples.sample;

import org.jspecify.annotations.NullMarked;
