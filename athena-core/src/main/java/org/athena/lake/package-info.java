/** Lakes in object stores: S3, and the folder in which its objects are brought to an engine. */
@NullMarked
package org.athena.lake;

import org.jspecify.annotations.NullMarked;
