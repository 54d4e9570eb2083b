/** What can go wrong, one type for each who must act. */
@NullMarked
package org.athena.error;

import org.jspecify.annotations.NullMarked;
