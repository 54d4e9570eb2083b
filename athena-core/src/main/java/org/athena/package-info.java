/** The door: {@link org.athena.Athena} opens an engine and asks it questions. */
@NullMarked
package org.athena;

import org.jspecify.annotations.NullMarked;
