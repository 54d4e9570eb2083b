package org.athena.engine.athena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.athena.spi.SqlStatement;
import org.junit.jupiter.api.Test;

/** Values written into statements: nothing that a value has gets out of its literal. */
class LiteralsTest {

  private static String sent(String text, Object... values) {
    return StatementText.of(
        new SqlStatement(text, Arrays.stream(values).map(SqlStatement.Bind::new).toList()));
  }

  @Test
  void writesEachTypeAsItsLiteral() {
    assertEquals("'a''b'", Literals.of("a'b"));
    assertEquals("true", Literals.of(true));
    assertEquals("7", Literals.of(7L));
    assertEquals("7", Literals.of(7));
    assertEquals("(-7)", Literals.of(-7L), "two minus signs would start a comment");
    assertEquals("bigint '-9223372036854775808'", Literals.of(Long.MIN_VALUE));
    assertEquals("decimal '-0.10'", Literals.of(new BigDecimal("-0.10")));
    assertEquals("decimal '1200'", Literals.of(new BigDecimal("1.2E+3")));
    assertEquals("date '0101-02-03'", Literals.of(LocalDate.of(101, 2, 3)));
    assertEquals(
        "timestamp '2024-03-10 02:30:00.000001'",
        Literals.of(LocalDateTime.parse("2024-03-10T02:30:00.000001")));
    assertEquals(
        "timestamp '2024-03-10 00:00:00.000000'", Literals.of(LocalDateTime.of(2024, 3, 10, 0, 0)));
  }

  @Test
  void refusesWhatHasNoExactLiteral() {
    for (Object value :
        List.of(
            new BigDecimal("1".repeat(39)),
            new BigDecimal("1E-39"),
            LocalDateTime.parse("2024-03-10T02:30:00.0000001"),
            LocalDate.of(10_000, 1, 1),
            LocalDate.of(0, 1, 1),
            "half \uD83D",
            "\uDE00 half",
            UUID.randomUUID(),
            1.5)) {
      var e =
          assertThrows(IllegalArgumentException.class, () -> Literals.of(value), () -> "" + value);
      assertTrue(e.getMessage().startsWith("Cannot write a "), e.getMessage());
    }
  }

  @Test
  void hostileTextStaysText() {
    for (String hostile :
        List.of(
            "x'; drop table sales; --",
            "''",
            "\\'",
            "\\",
            "?",
            "/* */ --",
            "\"",
            "a\nb\r\n\t\u0001",
            "日本\uD83D\uDE00",
            "' OR 1=1")) {
      String text = sent("SELECT ? AS a, '?' AS b, ? AS c", hostile, hostile);
      String literal = "'" + hostile.replace("'", "''") + "'";
      assertEquals("SELECT " + literal + " AS a, '?' AS b, " + literal + " AS c", text);
      String inside = literal.substring(1, literal.length() - 1);
      assertEquals(0, inside.replace("''", "").chars().filter(c -> c == '\'').count());
    }
  }

  @Test
  void aQuestionMarkThatIsNoPlaceholderStays() {
    String text = "SELECT 'it''s ?', \"odd?\"\"?\" -- ?\n, /* ? */ ? - ? / ? FROM t -- ?";
    assertEquals(
        "SELECT 'it''s ?', \"odd?\"\"?\" -- ?\n, /* ? */ 1 - (-2) / 3 FROM t -- ?",
        sent(text, 1L, -2L, 3L));
    assertEquals("SELECT '?", sent("SELECT '?"));
  }

  @Test
  void placeholdersAndValuesAreAsMany() {
    assertEquals("SELECT ?", sent("SELECT ?"), "a text without values is sent as it stands");
    var more = assertThrows(IllegalArgumentException.class, () -> sent("SELECT ?, ?", 1L));
    assertEquals(
        "Cannot send a statement: it has more placeholders than values. Bind one for each ?.",
        more.getMessage());
    var fewer = assertThrows(IllegalArgumentException.class, () -> sent("SELECT '?'", 1L));
    assertTrue(fewer.getMessage().contains("fewer placeholders than values"));
  }
}
