package org.athena.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One line of a table of things that are made by name.
 *
 * @param names its names, parted by bars, the usual one first
 * @param parameters the names of its parameters, parted by spaces; see {@link Arguments}
 * @param make makes it
 * @param <T> what is made
 */
record Entry<T>(String names, String parameters, Function<Arguments, T> make) {

  String name() {
    return names.split("\\|", -1)[0];
  }

  boolean takes(String parameter) {
    return List.of(parameters.split(" ", -1)).contains(parameter);
  }

  /** The entry that a call names. */
  static <T> Entry<T> of(String option, Call call, List<Entry<T>> table) {
    Map<String, Entry<T>> usual = new LinkedHashMap<>();
    for (Entry<T> entry : table) {
      if (List.of(entry.names.split("\\|", -1)).contains(call.name())) {
        return entry;
      }
      usual.put(entry.name(), entry);
    }
    return Words.choice(option, call.name(), usual);
  }

  /** Makes what a call says; the constructors' own complaints are the caller's mistakes. */
  T make(String option, Call call) {
    Arguments arguments = new Arguments(option, call, parameters);
    try {
      return make.apply(arguments);
    } catch (IllegalArgumentException e) {
      throw new Mistake("Option " + option + ": " + e.getMessage(), e);
    }
  }

  /** The name with its parameters, for people. */
  @Override
  public String toString() {
    String shown = parameters.replaceAll("\\|[a-z-]+", "").replace(" ", ", ");
    return shown.isEmpty() ? name() : name() + "(" + shown + ")";
  }
}
