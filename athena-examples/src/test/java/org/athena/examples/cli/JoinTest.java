package org.athena.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinTest {

  @TempDir Path folder;

  private Ran balances(String by, String... joins) {
    SmallLog files = new SmallLog(folder);
    Ran ran =
        Ran.words(
            "balances --format csv"
                + SmallLog.OPTIONS
                + "--by "
                + by
                + " "
                + String.join(" ", joins),
            "--log",
            files.usual());
    return ran;
  }

  private String cards() {
    return new SmallLog(folder)
        .file("cards.csv", "card-no,type,shop,id\nA,T1,other,x\nB,T2,other,y\nC,T1,other,z\n");
  }

  @Test
  void addsColumnsOfAnotherFile() {
    assertEquals(
        List.of("", "T1", "T1", "T2"),
        balances("type", "--join", cards(), "--on", "card=card-no").records().stream()
            .map(record -> record.get("type"))
            .sorted()
            .toList());
  }

  @Test
  void prefersTheColumnOfTheLog() {
    assertEquals(
        List.of("", "north", "north", "south"),
        balances("shop", "--join", cards(), "--on", "card=card-no").records().stream()
            .map(record -> record.get("shop"))
            .sorted()
            .toList());
  }

  @Test
  void joinsAFileToAJoinedFile() {
    String types =
        new SmallLog(folder)
            .file("types.jsonl", "{\"type\":\"T1\",\"name\":\"Gift, \\\"big\\\"\"}\n");

    String out =
        balances(
                "name",
                "--join",
                cards(),
                "--on",
                "card=card-no",
                "--join",
                types,
                "--on",
                "type=type")
            .answer();
    assertTrue(out.contains("\n\"Gift, \"\"big\"\"\",A,"), out);
  }

  @Test
  void joinsOnSeveralPairs() {
    String file = new SmallLog(folder).file("more.csv", "c,w,tag\nA,SALE,first\nA,USE,second\n");

    assertTrue(
        balances("tag", "--join", file, "--on", "card=c", "--on", "what=w")
            .answer()
            .contains("\nfirst,A,"));
  }

  @Test
  void needsKeysThatAreUnique() {
    String file = new SmallLog(folder).file("twice.csv", "card,tag\nA,1\nA,2\n");

    String line = balances("tag", "--join", file, "--on", "card=card").mistake();
    assertTrue(line.contains("a key occurs more than once"), line);
  }

  @Test
  void saysThatAnAnswerHasAColumnOfThatName() {
    String file = new SmallLog(folder).file("own.csv", "card,balance\nA,1\n");

    assertEquals(
        "Cannot segment by column 'balance': the outcome has a column of that name. Leave it out of --by, or rename it in the file.",
        balances("balance", "--join", file, "--on", "card=card").mistake());
  }

  @Test
  void saysWhichColumnWasProbablyMeant() {
    String line = balances("tpye", "--join", cards(), "--on", "card=card-no").mistake();

    assertTrue(line.startsWith("Option --by: there is no column 'tpye' in "), line);
    assertTrue(
        line.contains("log.csv, which has [id, card, what, value, cur, day, shop]; nor in "), line);
    assertTrue(
        line.endsWith("cards.csv, which has [card-no, type, shop, id]. Did you mean 'type'?"),
        line);
  }
}
