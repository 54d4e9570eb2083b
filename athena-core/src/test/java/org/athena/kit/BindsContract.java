package org.athena.kit;

import static org.athena.model.Expressions.contains;
import static org.athena.model.Expressions.endsWith;
import static org.athena.model.Expressions.literal;
import static org.athena.model.Expressions.startsWith;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.query.Query;
import org.athena.spi.Capability;
import org.junit.jupiter.api.Test;

/**
 * Text that looks like SQL, patterns or placeholders stays text: bound, and written as literals.
 */
interface BindsContract extends Topic {

  /** The number of a hostile text. */
  Column<Long> NUMBER = Column.integer("number_of");

  /** The hostile text. */
  Column<String> HOSTILE = Column.string("hostile");

  /** Texts that break what quotes, escapes or formats them carelessly. */
  List<String> HOSTILES =
      List.of(
          "x'; drop table sales; -- %_\\ \" 日本 \u0001",
          "''",
          "\\'",
          "\\",
          "100%",
          "_",
          "?",
          ":name",
          "{0}",
          "{{",
          "$1",
          "%s %d",
          "/* */ --",
          "a\nb\tc\r\n",
          "\" \"\"",
          "İıß\uD83D\uDE00");

  private Dataset hostiles() {
    Table table = Table.of("hostile_texts", NUMBER, HOSTILE);
    for (int i = 0; i < HOSTILES.size(); i++) {
      table = table.row((long) i, HOSTILES.get(i));
    }
    return subject().table(table);
  }

  @Test
  default void hostileTextIsFoundByItselfOnly() {
    Dataset hostiles = hostiles();
    Map<Query, List<Long>> wanted = new LinkedHashMap<>();
    for (int i = 0; i < HOSTILES.size(); i++) {
      wanted.put(from(hostiles).where(HOSTILE.eq(HOSTILES.get(i))), List.of((long) i));
    }
    subject().assertEach(NUMBER, wanted);
  }

  @Test
  default void hostileTextComesBackAsALiteral() {
    Query one = from(hostiles()).where(NUMBER.eq(0L));
    Query[] literals =
        HOSTILES.stream().map(text -> one.select(literal(text).as("h"))).toArray(Query[]::new);
    assertEquals(
        HOSTILES.stream().map(text -> List.of(List.<Object>of(text))).toList(),
        subject().each(literals));
  }

  @Test
  default void patternsMatchLetterByLetter() {
    Dataset hostiles = hostiles();
    Map<Query, List<Long>> wanted = new LinkedHashMap<>();
    for (String sought : List.of("%", "_", "\\", "'", "{", "?")) {
      wanted.put(from(hostiles).where(contains(HOSTILE, sought)), numbers(sought, 0));
      wanted.put(from(hostiles).where(startsWith(HOSTILE, sought)), numbers(sought, 1));
      wanted.put(from(hostiles).where(endsWith(HOSTILE, sought)), numbers(sought, 2));
    }
    subject().assertEach(NUMBER, wanted);
  }

  private static List<Long> numbers(String sought, int position) {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < HOSTILES.size(); i++) {
      String text = HOSTILES.get(i);
      boolean match =
          switch (position) {
            case 0 -> text.contains(sought);
            case 1 -> text.startsWith(sought);
            default -> text.endsWith(sought);
          };
      if (match) {
        numbers.add((long) i);
      }
    }
    return numbers;
  }

  @Test
  default void hostileTextIsPublishedAsItIs() {
    Query all = from(hostiles());
    for (String text : HOSTILES) {
      all = all.where(HOSTILE.ne(text).or(NUMBER.ge(0L)));
    }
    Query every = all;
    subject()
        .ask(a -> a.publish(every).asView("hostile_view"), Capability.VIEWS)
        .ifPresent(view ->
            assertEquals(
                HOSTILES,
                subject().athena().rows(from(view).orderBy(NUMBER.asc())).stream()
                    .map(row -> row.get(HOSTILE))
                    .toList()));
    subject()
        .ask(
            a ->
                a.publish(every.select(literal(HOSTILES.get(0)).as("h")).limit(1))
                    .asTable("hostile_table"),
            Capability.TABLES)
        .ifPresent(table ->
            assertEquals(
                HOSTILES.get(0), subject().athena().rows(table).get(0).get(Column.string("h"))));
  }
}
