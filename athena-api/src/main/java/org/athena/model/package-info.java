/**
 * What data is: relations, data sets, typed columns, expressions over them, calendars and times.
 */
@NullMarked
package org.athena.model;

import org.jspecify.annotations.NullMarked;
