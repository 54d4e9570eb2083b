/** The Amazon Redshift engine: found by its name in a URL, not imported. */
@NullMarked
package org.athena.engine.redshift;

import org.jspecify.annotations.NullMarked;
