package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriangleFileTest {

  @TempDir Path folder;

  private Ran forecast(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    return Ran.words("forecast --method chain-ladder --format csv --triangle", file.toString());
  }

  private List<String> origins(String text) throws IOException {
    return forecast(text).records().stream()
        .filter(line -> line.get("level").equals("cohort"))
        .map(line -> line.get("origin"))
        .toList();
  }

  @Test
  void ordersCohorts() throws IOException {
    assertEquals(List.of("9", "10"), origins("origin,age,value\n10,0,1\n9,0,2\n9,1,3\n"));
    assertEquals(
        List.of("2024-10-01", "2025-01-01"),
        origins("cohort,age,value\n2025-01-01,0,1\n2024-10-01,0,2\n2024-10-01,1,3\n"));
    assertEquals(
        List.of("Jan-20", "Feb-20"),
        origins("cohort,age,value\nJan-20,0,1\nJan-20,1,3\nFeb-20,0,2\n"));
  }

  @Test
  void readsOtherDelimitersQuotesAndTheMarkOfWindowsFiles() throws IOException {
    String text =
        "\uFEFF\"cohort\";age;value;note\r\n\"a, \"\"b\"\"\";1;1.50;x\r\n\"a, \"\"b\"\"\";2;3.00;\r\n\r\n";
    List<Map<String, String>> records = forecast(text).records();

    assertEquals("a, \"b\"", records.get(0).get("origin"));
    assertEquals("3.00", records.get(0).get("latest"));
  }

  @Test
  void saysInWhichLineTheMistakeIs() throws IOException {
    String head = "origin,age,value,issued\n2020,1,5,10\n";
    assertMistake("line 3 has the value 'x', which is no number", head + "2020,2,x,10\n");
    assertMistake("line 3 has the age '2a', which is no whole number", head + "2020,2a,6,10\n");
    assertMistake("line 3 gives age 1 of cohort 2020 again", head + "2020,1,6,10\n");
    assertMistake(
        "line 3 says that 11 was issued to cohort 2020, a line before says 10",
        head + "2020,2,6,11\n");
    assertMistake("line 3 has 3 fields, the header has 4", head + "2020,2,6\n");
    assertMistake("line 3 has no cohort", head + ",2,6,10\n");
    assertMistake(
        "its header [origin, age, amount] must have one column named value or cumulative",
        "origin,age,amount\n1,1,1\n");
    assertMistake(
        "must have one column named origin or cohort", "origin,cohort,age,value\n1,1,1,1\n");
    assertMistake("it is empty", "");
    assertMistake("it has no value", "origin,age,value\n2020,1,\n");
    assertMistake(
        "without a gap", "origin,age,value\n2020,1,1\n2020,2,2\n2020,3,3\n2021,1,1\n2021,3,3\n");
  }

  private void assertMistake(String expected, String text) throws IOException {
    String line = forecast(text).mistake();
    assertTrue(line.contains(expected), line);
    assertTrue(line.startsWith("Cannot read triangle "), line);
  }

  @Test
  void saysThatTheFileIsNotThere() {
    assertTrue(
        Ran.words("forecast --triangle /nowhere/t.csv")
            .mistake()
            .contains("/nowhere/t.csv: it is not there"));
  }

  @Test
  void takesNoOptionsOfLogs() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "origin,age,value\n1,1,1\n");

    assertEquals(
        "Option --card: it is for a log, not for --triangle.",
        Ran.words("forecast --card x --triangle", file.toString()).mistake());
  }
}
