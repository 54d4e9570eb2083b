/** Drives a question through its hops, and publishes relations. */
@NullMarked
package org.athena.run;

import org.jspecify.annotations.NullMarked;
