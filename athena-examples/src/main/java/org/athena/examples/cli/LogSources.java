package org.athena.examples.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.athena.breakage.CardLog;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.On;
import org.athena.model.Type;
import org.jspecify.annotations.Nullable;

/** The log and the files joined to it, with the columns that are asked for so far. */
final class LogSources {

  /** Files or a table, the names there, and the columns that are asked for. */
  private record Source(
      String name,
      String shown,
      UnaryOperator<Dataset> placed,
      List<String> names,
      Map<String, Column<?>> columns,
      List<On<?>> on) {}

  private final List<Source> sources = new ArrayList<>();

  /** Adds a file; the first one is the log. */
  void add(LogFile file, List<String> names) {
    String name = name(file);
    boolean taken = sources.stream().anyMatch(source -> source.name.equals(name));
    add(
        taken ? name + "_" + sources.size() : name,
        file.shown(),
        dataset -> dataset.layout(file.layout()).at(file.pattern()),
        names);
  }

  /** Adds a table or view that the engine has. */
  void add(String table, List<String> names) {
    add(table, table, dataset -> dataset, names);
  }

  private void add(String name, String shown, UnaryOperator<Dataset> placed, List<String> names) {
    sources.add(new Source(name, shown, placed, names, new LinkedHashMap<>(), new ArrayList<>()));
  }

  /** A name for messages that no table of the caller's is likely to have. */
  private static String name(LogFile file) {
    String last = Objects.toString(Path.of(file.shown()).getFileName(), "");
    String stem = last.replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9]+", "_");
    return "athena_" + (stem.equals("_") || stem.isEmpty() ? "log" : stem);
  }

  /** Joins the file added last on pairs of the form LOGCOL=FILECOL. */
  void joinLastOn(List<String> pairs) {
    Source joined = sources.get(sources.size() - 1);
    List<Source> before = sources.subList(0, sources.size() - 1);
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String left = equals < 0 ? pair : pair.substring(0, equals);
      String right = equals < 0 ? pair : pair.substring(equals + 1);
      joined.on.add(
          On.on(
              take(before, "--on", left, Type.STRING),
              take(List.of(joined), "--on", right, Type.STRING)));
    }
  }

  /** A column of the first file that has one of the name. */
  <T> Column<T> take(String option, String name, Type<T> type) {
    return take(sources, option, name, type);
  }

  /** A column with the type it is asked for elsewhere, else text. */
  Column<?> takeAny(String option, String name) {
    Column<?> known = sourceOf(sources, option, name).columns.get(name);
    return known == null ? take(option, name, Type.STRING) : known;
  }

  private static <T> Column<T> take(List<Source> among, String option, String name, Type<T> type) {
    Column<T> column = new Column<>(name, type);
    Source source = sourceOf(among, option, name);
    Column<?> before = source.columns.putIfAbsent(name, column);
    if (before != null && !before.equals(column)) {
      throw Mistake.in(
          option,
          "column '%s' is read as %s here and as %s by another option. Give each its own column."
              .formatted(name, type, before.type()));
    }
    return column;
  }

  private static Source sourceOf(List<Source> among, String option, String name) {
    Source found = find(among, name);
    if (found != null) {
      return found;
    }
    Set<String> all = new LinkedHashSet<>();
    among.forEach(source -> all.addAll(source.names));
    String files =
        among.stream()
            .map(s -> "in %s, which has [%s]".formatted(s.shown, String.join(", ", s.names)))
            .collect(Collectors.joining("; nor "));
    throw Mistake.in(
        option, "there is no column '%s' %s.%s".formatted(name, files, Nearest.hint(name, all)));
  }

  private static @Nullable Source find(List<Source> among, String name) {
    for (Source source : among) {
      if (source.names.contains(name)) {
        return source;
      }
    }
    return null;
  }

  /** The log's data set, with the columns that are asked for. */
  Dataset log(ZoneId zone) {
    return dataset(sources.get(0), zone);
  }

  /** The joined files. */
  List<CardLog.Attributes> attributes(ZoneId zone) {
    return sources.stream()
        .skip(1)
        .map(source -> new CardLog.Attributes(dataset(source, zone), source.on))
        .toList();
  }

  private static Dataset dataset(Source source, ZoneId zone) {
    Dataset dataset = Dataset.of(source.name, List.copyOf(source.columns.values()));
    return source.placed.apply(dataset).stampsIn(zone);
  }
}
