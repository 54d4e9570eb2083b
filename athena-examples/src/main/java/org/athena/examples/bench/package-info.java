/** Athena beside hand-written SQL of the same meaning, on the same engine in the same run. */
@NullMarked
package org.athena.examples.bench;

import org.jspecify.annotations.NullMarked;
