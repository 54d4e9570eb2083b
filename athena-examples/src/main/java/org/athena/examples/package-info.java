/** Things to run: the demo, the vocabulary of its sample log, and how both are shown. */
@NullMarked
package org.athena.examples;

import org.jspecify.annotations.NullMarked;
