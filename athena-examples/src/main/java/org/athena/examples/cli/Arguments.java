package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a method or a tail, read as what its parameters take. */
final class Arguments {

  private final String option;
  private final Call call;

  /**
   * Checks the names of the arguments.
   *
   * @param parameters the names of the parameters parted by spaces, other names of one behind bars;
   *     the first takes a value without a name
   */
  Arguments(String option, Call call, String parameters) {
    this.option = option;
    List<String> known = parameters.isEmpty() ? List.of() : List.of(parameters.split(" ", -1));
    List<Call.Argument> named = new ArrayList<>();
    for (Call.Argument argument : call.arguments()) {
      named.add(new Call.Argument(primary(call, argument.name(), known), argument.value()));
    }
    this.call = new Call(call.name(), named);
  }

  private String primary(Call call, String name, List<String> known) {
    for (String names : known) {
      List<String> same = Arrays.asList(names.split("\\|", -1));
      if (name.isEmpty() || same.contains(name)) {
        return same.get(0);
      }
    }
    List<String> first = known.stream().map(names -> names.split("\\|", -1)[0]).toList();
    throw Mistake.in(
        option,
        "%s has no parameter '%s'; it has %s.%s"
            .formatted(
                call.name(),
                name,
                first.isEmpty() ? "none" : String.join(", ", first),
                Nearest.hint(name, first)));
  }

  /** The values of a parameter that may occur several times. */
  List<String> all(String name) {
    return call.arguments().stream()
        .filter(argument -> argument.name().equals(name))
        .map(Call.Argument::value)
        .toList();
  }

  /** The value of a parameter; null where it is not given. */
  @Nullable String text(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw Mistake.in(option, "%s is given twice in %s.".formatted(name, call.name()));
    }
    return values.isEmpty() ? null : values.get(0);
  }

  @Nullable Integer count(String name) {
    String text = text(name);
    return text == null ? null : (Integer) whole(name, text);
  }

  int count(String name, int absent) {
    Integer count = count(name);
    return count == null ? absent : count;
  }

  int whole(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong(name, text, "a whole number such as 5", e);
    }
  }

  @Nullable Double number(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, text, "a number such as 0.05", e);
    }
    throw wrong(name, text, "a number such as 0.05", null);
  }

  /** A value that must be there. */
  <T> T needed(String name, @Nullable T value, String example) {
    if (value == null) {
      throw Mistake.in(option, "%s needs %s, as in %s.".formatted(call.name(), name, example));
    }
    return value;
  }

  /** What a word of a closed list stands for. */
  <T> T word(String name, String absent, Map<String, T> words) {
    String text = text(name);
    return Words.choice(
        option + " " + call.name() + "(" + name + ")", text == null ? absent : text, words);
  }

  Mistake wrong(String name, String text, String form, @Nullable Throwable cause) {
    String message =
        "Option %s: %s of %s is '%s', it must be %s."
            .formatted(option, name, call.name(), text, form);
    return cause == null ? new Mistake(message) : new Mistake(message, cause);
  }
}
