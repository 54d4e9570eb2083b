/**
 * Amazon Athena over the AWS SDK: found by its name in a URL, {@code athena://region/workgroup}, or
 * opened with the caller's own clients by {@link org.athena.engine.athena.AmazonAthena}.
 *
 * <p>A statement is started, asked for until it has ended, and stopped on the service when the
 * caller cancels it, its time is over or the engine is closed. Values are written into the
 * statement as literals, since the service takes parameters in conditions only. Results are read
 * page by page, or from their file in S3 where they are longer than a page. What a statement
 * scanned is told with its progress and in a {@link org.athena.engine.athena.QueryReport}; which
 * part of it is done the service does not say, so the progress is 0 until it is 1.
 *
 * <p>Views are replaced in one step. Tables are if the URL has {@code tables=s3://...}: their rows
 * are written as a new Iceberg table, and a view of the name is swapped to it. Files are not shown
 * by themselves: {@link org.athena.engine.athena.ExternalTable}, {@link
 * org.athena.engine.athena.IcebergTable} and {@link org.athena.engine.athena.TableAs} write the
 * definitions, and {@link org.athena.engine.athena.GlueTables} makes tables without statements.
 *
 * <p>Proven against an endpoint on the loop-back address that speaks the service's protocol, with a
 * Trino server behind it. Not verified on a live account.
 */
@NullMarked
package org.athena.engine.athena;

import org.jspecify.annotations.NullMarked;
