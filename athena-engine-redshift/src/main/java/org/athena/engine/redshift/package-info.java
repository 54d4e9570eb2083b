/**
 * Amazon Redshift over its own driver: found by its name in a URL, not imported.
 *
 * <p>Relations are published as views, tables and materialized views. Their rows go to files in S3
 * by {@link org.athena.engine.redshift.Unload} and back by {@link org.athena.engine.redshift.Copy};
 * {@link org.athena.engine.redshift.ExternalTable} asks for rows with their files, and {@link
 * org.athena.engine.redshift.QueryReports} for what queries of files read and may cost.
 *
 * <p>What it sends runs in the tests on PostgreSQL, over the real driver; it is not verified on a
 * live cluster. The README of the module says what was proven how.
 */
@NullMarked
package org.athena.engine.redshift;

import org.jspecify.annotations.NullMarked;
