package org.athena.engine.redshift;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.NativeQuery;

/**
 * A table of an external schema: what Spectrum reads, without the view over it. Text and order of
 * its statements are proven, their effect on a cluster is not.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/c-spectrum-external-tables.html
 */
public final class ExternalTable {

  /** The file that a row lies in, an S3 URL. */
  public static final Column<String> PATH = Column.string("file_path");

  /** The size of that file, in bytes. */
  public static final Column<Long> SIZE = Column.integer("file_size");

  private final String schema;
  private final Dataset dataset;

  private ExternalTable(String schema, Dataset dataset) {
    this.schema = schema;
    this.dataset = dataset;
  }

  /**
   * The table that this engine makes for a data set of files, or one of another maker that has the
   * same name: the qualified one with an underscore for its dot.
   *
   * @param schema the external schema, {@code spectrum} unless the engine was opened with another
   */
  public static ExternalTable of(String schema, Dataset dataset) {
    return new ExternalTable(schema, dataset);
  }

  /** The name of the table that stands for a data set of files. */
  static String nameOf(Dataset dataset) {
    return dataset.qualifiedName().replace('.', '_');
  }

  /** Its rows. Over it a materialized view can be kept, as over no view. */
  public NativeQuery rows() {
    return query(dataset.name(), "", dataset.columns().toArray(Column<?>[]::new));
  }

  /**
   * Its rows, each with {@link #PATH} and {@link #SIZE} of its file. Asking for them alone reads,
   * and is paid for, as asking for rows is.
   *
   * @throws IllegalArgumentException when the data set has columns of these names itself
   */
  public NativeQuery rowsWithFiles() {
    for (Column<?> own : new Column<?>[] {PATH, SIZE}) {
      if (dataset.find(own.name()).isPresent()) {
        throw new IllegalArgumentException(
            "Cannot tell the files of %s: it has a column %s itself. Rename it."
                .formatted(dataset.name(), own.name()));
      }
    }
    Column<?>[] columns = dataset.columns().toArray(Column<?>[]::new);
    Column<?>[] all = Arrays.copyOf(columns, columns.length + 2);
    all[columns.length] = PATH;
    all[columns.length + 1] = SIZE;
    return query(
        dataset.name() + " with files",
        ", \"$path\" AS %s, cast(\"$size\" as bigint) AS %s"
            .formatted(Sql.name(PATH.name()), Sql.name(SIZE.name())),
        all);
  }

  private NativeQuery query(String name, String more, Column<?>[] columns) {
    String own =
        dataset.columns().stream()
            .map(column -> Sql.name(column.name()))
            .collect(Collectors.joining(", "));
    String text =
        "SELECT %s%s FROM %s.%s".formatted(own, more, Sql.name(schema), Sql.name(nameOf(dataset)));
    return NativeQuery.of(name, RedshiftEngineProvider.NAME, text, columns);
  }
}
