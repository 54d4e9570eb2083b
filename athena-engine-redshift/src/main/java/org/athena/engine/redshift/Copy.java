package org.athena.engine.redshift;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.spi.S3Folder;
import org.athena.spi.SqlStatement;

/**
 * Parquet files below a folder of S3, copied into a table that is there; the statements are for
 * {@code Engine.run}, which makes them one transaction.
 *
 * <p>Values go to columns by their place, so the files have all columns of the data set in its
 * order, those of its partitions included. Text and order of the statements are proven, their
 * effect on a cluster is not.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-columnar.html
 */
public final class Copy {

  private final Dataset dataset;
  private final String location;
  private final IamRole role;
  private final boolean replacing;

  private Copy(Dataset dataset, String location, IamRole role, boolean replacing) {
    this.dataset = dataset;
    this.location = location;
    this.role = role;
    this.replacing = replacing;
  }

  /**
   * Rows added by the default role of the cluster.
   *
   * @param dataset name and columns of the table, in the order of the files
   * @param location the folder of the files, an S3 URL; files in folders below it are read too
   * @throws IllegalArgumentException when the folder is none, or the files are not Parquet
   */
  public static Copy of(Dataset dataset, String location) {
    if (dataset.layout().format() != Layout.Format.PARQUET) {
      throw new IllegalArgumentException(
          "Cannot copy %s files into %s: they are read without telling which fields cannot be. Convert them to Parquet."
              .formatted(dataset.layout().format().extension(), dataset.qualifiedName()));
    }
    return new Copy(
        dataset, S3Folder.checked(location, "a folder of files"), new IamRole("default"), false);
  }

  /** The same by a role that may read there: its arn, or {@code default}. */
  public Copy role(String name) {
    return new Copy(dataset, location, new IamRole(name), replacing);
  }

  /** The same in place of the rows that the table has. */
  public Copy replacing() {
    return new Copy(dataset, location, role, true);
  }

  /** The statements. Rows are deleted, since TRUNCATE would commit. */
  public List<SqlStatement> statements() {
    String table = Sql.table(dataset.qualifiedName());
    List<SqlStatement> statements = new ArrayList<>();
    if (replacing) {
      statements.add(SqlStatement.of("DELETE FROM " + table));
    }
    statements.add(
        SqlStatement.of(
            "COPY %s (%s) FROM %s %s FORMAT AS PARQUET"
                .formatted(
                    table,
                    dataset.columns().stream()
                        .map(column -> Sql.name(column.name()))
                        .collect(Collectors.joining(", ")),
                    Sql.text(location),
                    role.clause())));
    return statements;
  }
}
