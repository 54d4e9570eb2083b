/** Says each question as a query tree, with the lowering that suits the engine. */
@NullMarked
package org.athena.plan;

import org.jspecify.annotations.NullMarked;
