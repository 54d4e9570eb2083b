package org.athena.examples.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.athena.model.AsOf;
import org.athena.model.Grain;

/** The values of options, read as what they stand for. */
final class Words {

  private Words() {}

  /** The constants of an enum by their names in lower case with hyphens. */
  static <E extends Enum<E>> Map<String, E> of(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(value -> words.put(word(value.name()), value));
    return words;
  }

  private static String word(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a word of a closed list stands for; case and underscores count nothing. */
  static <T> T choice(String option, String text, Map<String, T> words) {
    T value = words.get(word(text));
    if (value == null) {
      throw Mistake.in(
          option,
          "'%s' is not known; there are %s.%s"
              .formatted(
                  text, String.join(", ", words.keySet()), Nearest.hint(text, words.keySet())));
    }
    return value;
  }

  static Grain grain(String option, String text) {
    return choice(option, text, of(Grain.class));
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new Mistake(
          "Option --zone: '%s' is no time zone; write it as America/New_York or +02:00.%s"
              .formatted(text, Nearest.hint(text, new TreeSet<>(ZoneId.getAvailableZoneIds()))),
          e);
    }
  }

  /** The end of a day, or an instant. */
  static AsOf asOf(String text) {
    if (text.contains("T")) {
      return AsOf.at(instant("--as-of", text));
    }
    return AsOf.endOf(day("--as-of", text));
  }

  static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Mistake(
          "Option %s: '%s' is no date such as 2025-12-31.".formatted(option, text), e);
    }
  }

  static Instant instant(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new Mistake(
          "Option %s: '%s' is no instant such as 2025-12-31T23:59:59Z.".formatted(option, text), e);
    }
  }

  /** Items parted by commas; quotes keep a comma inside of one. */
  static List<String> list(String option, List<String> texts) {
    List<String> items = new ArrayList<>();
    for (String text : texts) {
      items.addAll(CsvLine.fields(text, ','));
    }
    if (items.contains("")) {
      throw Mistake.in(option, "one of '%s' is empty.".formatted(String.join(",", texts)));
    }
    return items;
  }

  /** Items of the form NAME=WORD by name, each word one of a closed list. */
  static <T> Map<String, T> pairs(String option, List<String> texts, Map<String, T> words) {
    Map<String, T> pairs = new LinkedHashMap<>();
    for (String item : list(option, texts)) {
      int equals = item.lastIndexOf('=');
      if (equals < 1) {
        throw Mistake.in(
            option,
            "'%s' is not of the form CODE=%s, for instance X=%s."
                .formatted(item, "WORD", words.keySet().iterator().next()));
      }
      String code = item.substring(0, equals);
      T value = choice(option, item.substring(equals + 1), words);
      T before = pairs.put(code, value);
      if (before != null && !before.equals(value)) {
        throw Mistake.in(option, "code '%s' is given twice.".formatted(code));
      }
    }
    return pairs;
  }
}
