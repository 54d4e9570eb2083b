/** The Trino engine: found by its name in a URL, not imported. */
@NullMarked
package org.athena.engine.trino;

import org.jspecify.annotations.NullMarked;
