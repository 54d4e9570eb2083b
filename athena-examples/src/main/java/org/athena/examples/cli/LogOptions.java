package org.athena.examples.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.athena.Athena;
import org.athena.breakage.CardLog;
import org.athena.breakage.Role;
import org.athena.breakage.Segment;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Lake;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the log is and how it is read. */
final class LogOptions {

  /** One joined file. */
  static final class Joined {

    @Option(
        names = "--join",
        paramLabel = "FILE",
        required = true,
        description = "A file of attributes joined to each event, for instance one of cards.")
    String file = "";

    @Option(
        names = "--on",
        paramLabel = "COL=COL",
        required = true,
        description = "The log's column and the file's that --join holds equal.")
    List<String> on = new ArrayList<>();
  }

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "The log: a file or a quoted glob, .csv, .tsv, .jsonl or .parquet, text also with .gz. Needed.")
  @Nullable String log;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Instead of --log: a table or view that the engine has, or its schema.name.")
  @Nullable String table;

  @ArgGroup(exclusive = false, multiplicity = "0..*", heading = "%nJoined files, any number:%n")
  List<Joined> joins = new ArrayList<>();

  @Mixin RoleOptions roles = new RoleOptions();

  @Mixin RuleOptions rules = new RuleOptions();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Through the end of this business day, or up to this instant. Needed.")
  @Nullable String asOf;

  @Option(
      names = "--known-at",
      paramLabel = "INSTANT",
      description = "Without the rows that became known later; needs --known.")
  @Nullable String knownAt;

  @Option(
      names = "--engine",
      paramLabel = "URL",
      description = "The engine, default duckdb: in memory; settings as in duckdb:?threads=2.")
  String engine = "duckdb:";

  /**
   * A log that is open.
   *
   * @param athena the engine
   * @param cards the log as questions take it
   * @param asOf the two times asked for
   * @param by the segment columns
   */
  record Opened(Athena athena, CardLog cards, AsOf asOf, List<Column<?>> by)
      implements AutoCloseable {
    @Override
    public void close() {
      athena.close();
    }

    Column<?>[] segments() {
      return by.toArray(Column<?>[]::new);
    }

    boolean hasCurrency() {
      return cards.role(Role.CURRENCY).isPresent();
    }

    /** The leading columns of an answer: the currency where there is one, then the segments. */
    List<String> segmentNames() {
      List<String> names = new ArrayList<>(hasCurrency() ? List.of("currency") : List.of());
      by.forEach(column -> names.add(column.name()));
      return names;
    }

    /** The values of these columns. */
    List<@Nullable Object> segmentValues(Segment segment) {
      List<@Nullable Object> values = new ArrayList<>();
      if (hasCurrency()) {
        values.add(segment.currency());
      }
      values.addAll(segment.by().values());
      return values;
    }
  }

  /** Opens the log; every mistake that can be found without its rows is found here. */
  Opened open(List<String> byColumns) {
    AsOf times = times();
    CardLog.Rules reading = rules.rules();
    LogFile file = table == null ? LogFile.of("--log", log == null ? "" : log) : null;
    List<LogFile> joined = joins.stream().map(join -> LogFile.of("--join", join.file)).toList();
    Athena athena = athena(file, joined);
    try {
      LogSources sources = sources(athena, file, joined);
      CardLog.Kinds kinds = rules.kinds(sources);
      Map<Role, Column<?>> columns = roles.columns(sources);
      Set<Column<?>> by = new LinkedHashSet<>();
      Words.list("--by", byColumns).forEach(name -> by.add(sources.takeAny("--by", name)));
      CardLog cards =
          new CardLog(
              sources.log(reading.zone()),
              sources.attributes(reading.zone()),
              columns,
              kinds,
              reading);
      return new Opened(athena, cards, times, List.copyOf(by));
    } catch (RuntimeException e) {
      athena.close();
      throw e;
    }
  }

  private AsOf times() {
    if (log != null && table != null) {
      throw Mistake.in("--table", "give either --log or --table.");
    }
    boolean none = log == null && table == null;
    List<String> missing = new ArrayList<>(none ? List.of("--log FILE") : List.of());
    missing.addAll(roles.missing());
    if (asOf == null) {
      missing.add("--as-of DATE");
      throw missing(missing);
    } else if (!missing.isEmpty()) {
      throw missing(missing);
    }
    AsOf times = Words.asOf(asOf);
    if (knownAt == null) {
      return times;
    } else if (roles.known == null) {
      throw Mistake.in("--known-at", "give --known COL, the time at which a row became known.");
    }
    return times.knownAt(Words.instant("--known-at", knownAt));
  }

  private static Mistake missing(List<String> options) {
    return new Mistake("Missing: %s.".formatted(String.join(", ", options)));
  }

  private Athena athena(@Nullable LogFile file, List<LogFile> joined) {
    Lake lake = Lake.at(file == null ? Path.of("") : file.folder());
    for (LogFile more : joined) {
      lake = lake.reading(more.folder());
    }
    try {
      return Athena.open(engine, lake);
    } catch (IllegalArgumentException e) {
      throw new Mistake("Option --engine: " + e.getMessage(), e);
    }
  }

  private LogSources sources(Athena athena, @Nullable LogFile file, List<LogFile> joined) {
    LogSources sources = new LogSources();
    if (file != null) {
      sources.add(file, FileColumns.of(athena, file));
    } else {
      String name = Objects.requireNonNull(table);
      sources.add(name, TableColumns.of(athena, name));
    }
    for (int i = 0; i < joined.size(); i++) {
      sources.add(joined.get(i), FileColumns.of(athena, joined.get(i)));
      sources.joinLastOn(Words.list("--on", joins.get(i).on));
    }
    return sources;
  }
}
