package org.athena.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.athena.error.InvalidQuestionException;
import org.jspecify.annotations.Nullable;

/**
 * A named data set of the lake with typed columns.
 *
 * <p>With a {@linkplain #at(String) location} or a {@linkplain #in(Zone) zone}'s folder it is
 * files, which an engine shows under the data set's name; without files there it is a table or view
 * that the engine already has under that name.
 *
 * @param name the name; a dot parts schema and table
 * @param columns the columns, in order; others that the files have are not seen
 * @param zone the area of the lake, or null
 * @param key the columns that identify a row; may be empty
 * @param eventTime when it happened: an instant, wall-clock time or day; or null
 * @param knowledgeTime when the lake learned it; or null
 * @param layout how the files are written
 * @param location a path or glob of the files, relative to the lake's root or absolute; or null
 * @param stampZone the zone of stamps that are written without an offset
 */
public record Dataset(
    String name,
    List<Column<?>> columns,
    @Nullable Zone zone,
    List<Column<?>> key,
    @Nullable Column<?> eventTime,
    @Nullable Column<Instant> knowledgeTime,
    Layout layout,
    @Nullable String location,
    ZoneId stampZone)
    implements Relation {

  /** The column that engines add to views of files: why the row cannot be read, or null. */
  public static final String PROBLEM = "athena_problem";

  /** Checks the name, and that every column named elsewhere is one of the columns. */
  public Dataset {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?")) {
      throw new IllegalArgumentException(
          "Cannot make data set '%s': a name is letters, digits and underscores, with one dot after a schema."
              .formatted(name));
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make data set %s: it has no columns. Declare at least one.".formatted(name));
    }
    Set<String> seen = new HashSet<>();
    for (Column<?> column : columns) {
      if (column.name().equals(PROBLEM)) {
        throw new IllegalArgumentException(
            "Cannot make data set %s: column '%s' is Athena's own. Ask Unreadable.of(dataset) for the rows that cannot be read."
                .formatted(name, PROBLEM));
      }
      if (!seen.add(column.name())) {
        throw new IllegalArgumentException(
            "Cannot make data set %s: column '%s' is declared twice."
                .formatted(name, column.name()));
      }
    }
    requireAll(name, columns, key, "use as key");
    requireAll(name, columns, layout.partitions(), "partition by");
    requireAll(name, columns, optional(eventTime), "use as event time");
    requireAll(name, columns, optional(knowledgeTime), "use as knowledge time");
  }

  private static List<Column<?>> optional(@Nullable Column<?> column) {
    return column == null ? List.of() : List.of(column);
  }

  private static void requireAll(
      String name, List<Column<?>> columns, List<Column<?>> wanted, String purpose) {
    Relation declared = new Declared(name, columns);
    wanted.forEach(column -> declared.require(column, purpose));
  }

  private record Declared(String name, List<Column<?>> columns) implements Relation {}

  /** A data set with its columns: Parquet files, or a table that the engine has. */
  public static Dataset of(String name, Column<?>... columns) {
    return of(name, List.of(columns));
  }

  /** A data set with its columns: Parquet files, or a table that the engine has. */
  public static Dataset of(String name, List<Column<?>> columns) {
    return new Dataset(
        name, columns, null, List.of(), null, null, Layout.parquet(), null, ZoneOffset.UTC);
  }

  /**
   * A data set with one column for each component of a record: the component's name in snake case,
   * its Java type, and {@link Decimal} for the digits of a {@code BigDecimal}.
   *
   * @throws IllegalArgumentException when a component's type is none of those of {@link Type}
   */
  public static Dataset ofRecord(String name, Class<? extends Record> record) {
    return of(name, RecordShape.columnsOf(record));
  }

  /** The same in an area of the lake; its files lie in {@code <root>/<zone>/<name>/}. */
  public Dataset in(Zone zone) {
    return new Dataset(
        name, columns, zone, key, eventTime, knowledgeTime, layout, location, stampZone);
  }

  /**
   * The same with the columns that identify a row. Where an engine lays published tables out, rows
   * are put together by the first of them: name the one first that is mostly asked by.
   */
  public Dataset key(Column<?>... columns) {
    return new Dataset(
        name,
        this.columns,
        zone,
        List.of(columns),
        eventTime,
        knowledgeTime,
        layout,
        location,
        stampZone);
  }

  /** The same with an instant as event time. */
  public Dataset eventTime(Column<Instant> column) {
    return withEventTime(column);
  }

  /** The same with a wall-clock time in the business time zone as event time. */
  public Dataset eventLocalTime(Column<LocalDateTime> column) {
    return withEventTime(column);
  }

  /** The same with a business day as event time. */
  public Dataset eventDay(Column<LocalDate> column) {
    return withEventTime(column);
  }

  private Dataset withEventTime(Column<?> column) {
    return new Dataset(
        name, columns, zone, key, column, knowledgeTime, layout, location, stampZone);
  }

  /** The same with the column that says when the lake learned a row. */
  public Dataset knowledgeTime(Column<Instant> column) {
    return new Dataset(name, columns, zone, key, eventTime, column, layout, location, stampZone);
  }

  /** The same with its files written in another way. */
  public Dataset layout(Layout layout) {
    return new Dataset(
        name, columns, zone, key, eventTime, knowledgeTime, layout, location, stampZone);
  }

  /** The same with its files at a path or glob, relative to the lake's root or absolute. */
  public Dataset at(String location) {
    return new Dataset(
        name, columns, zone, key, eventTime, knowledgeTime, layout, location, stampZone);
  }

  /** The same with the zone in which stamps without an offset are read. */
  public Dataset stampsIn(ZoneId zone) {
    return new Dataset(
        name, columns, this.zone, key, eventTime, knowledgeTime, layout, location, zone);
  }

  /** The name under which engines know it: {@code zone.name} for one of a zone, else its own. */
  public String qualifiedName() {
    return zone == null || name.contains(".") ? name : zone.name() + "." + name;
  }

  /** Whether the data set is files rather than a table that the engine has. */
  public boolean isFiles() {
    return filePattern().isPresent();
  }

  /** The path or glob of the files, if the data set is files. */
  public Optional<String> filePattern() {
    if (location != null) {
      return Optional.of(location);
    }
    return Optional.ofNullable(zone)
        .map(z -> z.name() + "/" + name + "/**/*." + layout.format().extension());
  }

  /**
   * The column of a name with a type.
   *
   * @throws InvalidQuestionException when there is no such column
   */
  public <T> Column<T> column(String columnName, Type<T> type) {
    Column<T> column = new Column<>(columnName, type);
    require(column, "read");
    return column;
  }

  /** The data set's name. */
  @Override
  public String toString() {
    return name;
  }
}
