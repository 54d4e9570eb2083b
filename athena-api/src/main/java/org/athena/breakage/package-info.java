/** Gift cards: logs of card events, development triangles, rates and forecasts of breakage. */
@NullMarked
package org.athena.breakage;

import org.jspecify.annotations.NullMarked;
