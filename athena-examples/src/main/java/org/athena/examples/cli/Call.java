package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A name with arguments, as in {@code chain-ladder(average=simple,last=5)}.
 *
 * @param name the name
 * @param arguments the arguments in their order
 */
record Call(String name, List<Argument> arguments) {

  /**
   * One argument.
   *
   * @param name its name; empty where there is a value only
   * @param value its text
   */
  record Argument(String name, String value) {}

  Call {
    arguments = List.copyOf(arguments);
  }

  /** The calls of a text, parted by commas outside of parentheses. */
  static List<Call> list(String option, String text) {
    return parts(option, text).stream().map(part -> of(option, part)).toList();
  }

  private static Call of(String option, String text) {
    int open = text.indexOf('(');
    String name = (open < 0 ? text : text.substring(0, open)).strip();
    if (name.isEmpty() || (open >= 0 && !text.endsWith(")"))) {
      throw Mistake.in(
          option, "'%s' is not of the form NAME or NAME(parameter=value,...).".formatted(text));
    }
    List<Argument> arguments = new ArrayList<>();
    String inner = open < 0 ? "" : text.substring(open + 1, text.length() - 1).strip();
    if (!inner.isEmpty()) {
      parts(option, inner).forEach(part -> arguments.add(argument(part)));
    }
    return new Call(name, arguments);
  }

  private static Argument argument(String text) {
    int equals = text.indexOf('=');
    int open = text.indexOf('(');
    boolean named = equals >= 0 && (open < 0 || equals < open);
    return named
        ? new Argument(text.substring(0, equals).strip(), text.substring(equals + 1).strip())
        : new Argument("", text);
  }

  private static List<String> parts(String option, String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(from, i).strip());
        from = i + 1;
      }
      if (depth < 0) {
        break;
      }
    }
    parts.add(text.substring(from).strip());
    if (depth != 0 || parts.contains("")) {
      throw Mistake.in(
          option,
          depth == 0
              ? "something is missing beside a comma in '%s'.".formatted(text)
              : "the parentheses of '%s' do not match.".formatted(text));
    }
    return parts;
  }
}
