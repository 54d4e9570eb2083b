package org.athena.engine.redshift;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Layout;
import org.athena.spi.S3Folder;
import org.athena.spi.SqlStatement;
import org.athena.spi.Writing;

/**
 * The rows of a relation, unloaded as Parquet files into a folder of S3, by partition where the
 * data set has partition columns; for {@code athena.publish(relation).asFiles(...)}.
 *
 * <p>Rows without a value in a partition column lie in the folder {@code
 * column=__HIVE_DEFAULT_PARTITION__}. New partitions are registered nowhere. Text and order of the
 * statement are proven, its effect on a cluster is not.
 *
 * @source https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html
 */
public final class Unload implements Writing {

  private static final int LEAST_FILE = 5;
  private static final int MOST_FILE = 6_200;

  /** What is said only when it is wanted. */
  private enum Option {
    INCLUDE,
    CLEANPATH
  }

  private final Dataset dataset;
  private final String location;
  private final IamRole role;
  private final Set<Option> options;
  private final int megabytes;

  private Unload(
      Dataset dataset, String location, IamRole role, Set<Option> options, int megabytes) {
    this.dataset = dataset;
    this.location = location;
    this.role = role;
    this.options = Set.copyOf(options);
    this.megabytes = megabytes;
  }

  /**
   * Rows by the default role of the cluster, into a folder that has no files.
   *
   * @param dataset columns and partition columns of what is written; the relation has these columns
   * @param location the folder of the files, an S3 URL
   * @throws IllegalArgumentException when the folder is none, the files would not be Parquet, or
   *     every column is one of the partitions
   */
  public static Unload of(Dataset dataset, String location) {
    if (dataset.layout().format() != Layout.Format.PARQUET) {
      throw new IllegalArgumentException(
          "Cannot unload %s as %s: only Parquet files are written. Leave the format out of the layout."
              .formatted(dataset.qualifiedName(), dataset.layout().format()));
    }
    if (dataset.layout().partitions().containsAll(dataset.columns())) {
      throw new IllegalArgumentException(
          "Cannot unload %s: all of its columns are partition columns, so that its files have none. Leave one out of the layout."
              .formatted(dataset.qualifiedName()));
    }
    return new Unload(
        dataset,
        S3Folder.checked(location, "a folder of files"),
        new IamRole("default"),
        Set.of(),
        0);
  }

  /** The same by a role that may write there: its arn, or {@code default}. */
  public Unload role(String name) {
    return new Unload(dataset, location, new IamRole(name), options, megabytes);
  }

  /**
   * The same in place of the files that lie there; with partitions only of those that are written.
   * They are gone for good, also when the writing fails later.
   */
  public Unload replacing() {
    return with(Option.CLEANPATH);
  }

  /**
   * The same with the partition columns also in the files, which {@link Copy} needs.
   *
   * @throws IllegalArgumentException when there are none
   */
  public Unload includingPartitions() {
    if (dataset.layout().partitions().isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot include the partition columns of %s: it has none. Declare them in its layout."
              .formatted(dataset.qualifiedName()));
    }
    return with(Option.INCLUDE);
  }

  private Unload with(Option option) {
    Set<Option> more = new HashSet<>(options);
    more.add(option);
    return new Unload(dataset, location, role, more, megabytes);
  }

  /**
   * The same in files of at most about a size.
   *
   * @units megabytes, 5 to 6,200
   */
  public Unload filesOf(int megabytes) {
    if (megabytes < LEAST_FILE || megabytes > MOST_FILE) {
      throw new IllegalArgumentException(
          "Cannot unload into files of %d megabytes: Redshift writes files of %d to %d."
              .formatted(megabytes, LEAST_FILE, MOST_FILE));
    }
    return new Unload(dataset, location, role, options, megabytes);
  }

  @Override
  public List<Column<?>> columns() {
    return dataset.columns();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when the query has a backslash, which may be an escape
   */
  @Override
  public List<SqlStatement> statements(SqlStatement query) {
    String select = names(dataset.columns(), "SELECT ", " FROM (" + query.text() + "\n) AS \"q\"");
    if (select.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "Cannot unload a query that has a backslash: the query is itself a text in the statement, where a backslash may be an escape. Write chr(92) for it.");
    }
    StringBuilder text = new StringBuilder("UNLOAD ('").append(select.replace("'", "''"));
    text.append("') TO ").append(Sql.text(location)).append(' ').append(role.clause());
    text.append(" FORMAT AS PARQUET");
    List<Column<?>> partitions = dataset.layout().partitions();
    if (!partitions.isEmpty()) {
      text.append(names(partitions, " PARTITION BY (", ")"));
    }
    for (Option option : Option.values()) {
      text.append(options.contains(option) ? " " + option : "");
    }
    if (megabytes > 0) {
      text.append(" MAXFILESIZE ").append(megabytes).append(" MB");
    }
    return List.of(SqlStatement.of(text.toString()));
  }

  private static String names(List<Column<?>> columns, String before, String after) {
    return columns.stream()
        .map(column -> Sql.name(column.name()))
        .collect(Collectors.joining(", ", before, after));
  }
}
