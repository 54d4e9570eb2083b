package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenTextsTest {

  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "a,b",
          "say \"no\"",
          "two\nlines",
          "two\r\nlines",
          " spaces ",
          "",
          "back\\slash",
          "tab\there",
          "\u0001\u001b[31m",
          "İı\u2028\u2029",
          "😀",
          "'; DROP TABLE x; --",
          "=1+1",
          "null");

  private static String json(Object value) throws IOException {
    StringBuilder out = new StringBuilder();
    JsonText.append(out, value);
    return out.toString();
  }

  @Test
  void hostileTextComesBackFromJson() throws IOException {
    for (String text : HOSTILE) {
      String json = json(Map.of("value", text));
      assertEquals(List.of(List.of(text)), DuckDbSees.json(json, "SELECT value FROM answer"), json);
    }
    assertEquals("\"\\ud83d x\"", json("\ud83d x"));
    assertEquals("\"\\ude00\"", json("\ude00"));
  }

  @Test
  void hostileTextComesBackFromCsv() throws IOException {
    for (String text : HOSTILE) {
      StringBuilder out = new StringBuilder("a,b,c\n");
      CsvText.append(out, Arrays.asList(text, null, "end"));
      assertEquals(
          List.of(List.of(text, "end")),
          DuckDbSees.csv(out.toString(), "SELECT coalesce(a, ''), c FROM answer"),
          out.toString());
    }
  }

  @Test
  void numbersHaveNoExponent() throws IOException {
    assertEquals("0.00000012", json(1.2e-7));
    assertEquals("123456789012", json(123456789012.0));
    assertEquals("100000", json(new BigDecimal("1E+5")));
    StringBuilder out = new StringBuilder();
    CsvText.append(out, Arrays.asList(1.2e-7, new BigDecimal("1E+5"), 3L, true));
    assertEquals("0.00000012,100000,3,true\n", out.toString());
  }

  @Test
  void nestingAndAbsenceAreJson() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("none", null);
    map.put("empty", List.of());
    map.put("map", Map.of());
    map.put("list", Arrays.asList(1, null, List.of("x")));
    assertEquals("{\"none\":null,\"empty\":[],\"map\":{},\"list\":[1,null,[\"x\"]]}", json(map));
  }

  @Test
  void twoColumnsOfOneNameAreRefused() {
    Mistake mistake =
        assertThrows(
            Mistake.class, () -> new Flat("x", List.of("method", "method"), Stream.empty()));
    assertEquals(
        "Option --by: column 'method' has the name of one of the answer's own columns.",
        mistake.getMessage());
  }

  @Test
  void controlCharactersDoNotReachATerminal() {
    assertEquals("a?[31m\nb", PlainText.of("a\u001b[31m\nb"));
    assertEquals("a b c", PlainText.line(" a\r\n  b\tc\n"));
  }
}
