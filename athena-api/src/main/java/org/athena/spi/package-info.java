/** What an engine offers to the machine. */
@NullMarked
package org.athena.spi;

import org.jspecify.annotations.NullMarked;
