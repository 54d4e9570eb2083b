/** What can be asked: the closed family of questions, each a value and a relation. */
@NullMarked
package org.athena.query;

import org.jspecify.annotations.NullMarked;
