/**
 * Amazon Redshift over its own driver: found by its name in a URL, not imported.
 *
 * <p>What it sends runs in the tests on PostgreSQL, over the real driver; it is not verified on a
 * live cluster. The README of the module says what was proven how.
 */
@NullMarked
package org.athena.engine.redshift;

import org.jspecify.annotations.NullMarked;
