package org.athena.sql;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import org.athena.model.Type;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Text read as another type: null where it cannot be, since a cast would end the statement.
 *
 * <p>Patterns name every case, without a backslash: whether that is itself in a literal depends on
 * the engine's settings.
 */
final class RedshiftReading {

  private static final String YEAR = "[0-9][0-9][0-9][0-9]";
  private static final String LEAP_YEAR =
      "([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
  private static final String DAY =
      "("
          + YEAR
          + "-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|"
          + YEAR
          + "-(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
          + YEAR
          + "-02-(0[1-9]|1[0-9]|2[0-8])|"
          + LEAP_YEAR
          + "-02-29)";
  private static final String TIME =
      "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9][0-9]?[0-9]?[0-9]?[0-9]?[0-9]?)?)?";
  private static final String WHOLE = "[-+]?0*";

  private RedshiftReading() {}

  static Field<?> of(Field<String> text, Type<?> target) {
    Field<String> trimmed = DSL.trim(text);
    return switch (target.kind()) {
      case STRING -> text;
      case INTEGER -> integer(trimmed);
      case DECIMAL -> decimal(trimmed, target);
      case BOOLEAN -> truth(DSL.lower(trimmed));
      case DATE ->
          field(
              "case when {0} ~ {1} and {0} >= '0001' then cast({0} as date) end",
              SQLDataType.LOCALDATE, trimmed, pattern(DAY));
      case LOCAL_TIMESTAMP, INSTANT ->
          field(
              "case when {0} ~ {1} and {0} >= '0001' then cast(replace({0}, 'T', ' ') as timestamp) end",
              SQLDataType.LOCALDATETIME, trimmed, pattern(DAY + "([ T]" + TIME + ")?"));
    };
  }

  private static Field<String> pattern(String pattern) {
    return inline("^" + pattern + "$");
  }

  /** Nineteen digits are compared before they are cast: most of them fit into 64 bits. */
  private static Field<Long> integer(Field<String> text) {
    String digits = "[0-9]" + "[0-9]?".repeat(18);
    return field(
        "case when {0} ~ {1} then case when cast({0} as decimal(38, 0)) between {2} and {3} then cast({0} as bigint) end end",
        SQLDataType.BIGINT,
        text,
        pattern(WHOLE + digits),
        DSL.raw("-9223372036854775808"),
        DSL.raw("9223372036854775807"));
  }

  private static Field<?> decimal(Field<String> text, Type<?> type) {
    int whole = type.precision() - type.scale();
    String fraction = "[.][0-9]*";
    String digits = whole == 0 ? "" : "[0-9]?".repeat(whole);
    return field(
        "case when {0} ~ {1} and {0} ~ '[0-9]' then cast({0} as decimal(%d, %d)) end"
            .formatted(type.precision(), type.scale()),
        SqlTypes.of(type),
        text,
        pattern(WHOLE + digits + "(" + fraction + ")?"));
  }

  private static Field<Boolean> truth(Field<String> text) {
    return field(
        "case when {0} in ('true', 't', '1') then true when {0} in ('false', 'f', '0') then false end",
        SQLDataType.BOOLEAN, text);
  }
}
