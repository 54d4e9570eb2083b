/** Five small systems, each told from its files to its answers: one file, one story. */
@NullMarked
package org.athena.examples.systems;

import org.jspecify.annotations.NullMarked;
