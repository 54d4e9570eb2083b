/** For authors of engines: an engine over JDBC, driven by a profile. */
@NullMarked
package org.athena.jdbc;

import org.jspecify.annotations.NullMarked;
