/** The command {@code athena}: questions about a gift-card log in files, from a shell. */
@NullMarked
package org.athena.examples.cli;

import org.jspecify.annotations.NullMarked;
