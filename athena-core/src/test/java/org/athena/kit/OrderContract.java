package org.athena.kit;

import static org.athena.kit.Sales.AMOUNT;
import static org.athena.kit.Sales.ID;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.athena.model.Aggregate;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Order;
import org.athena.query.Query;
import org.junit.jupiter.api.Test;

/** Orders are the same everywhere: nulls last, texts by code point. */
interface OrderContract extends Topic {

  /** The text whose order is asked for. */
  Column<String> WORD = Column.string("word");

  /** Texts that a language's order, or one without case, would arrange in another way. */
  Table WORDS =
      Table.of("words", WORD)
          .row("b")
          .row("B")
          .row((Object) null)
          .row("a")
          .row("")
          .row("Z")
          .row("ä")
          .row("a b")
          .row("a-b")
          .row("ab")
          .row("_")
          .row("1")
          .row("10")
          .row("2");

  private List<Object> ids(Order... order) {
    Query sorted = from(from(subject().table(Sales.SALES)).select(AMOUNT, ID)).orderBy(order);
    return subject().athena().fetch(sorted).stream().<Object>map(row -> row.get(ID)).toList();
  }

  @Test
  default void nullsComeLastInBothDirections() {
    assertEquals(List.of(1L, 4L, 2L, 5L, 3L), ids(AMOUNT.desc()));
    assertEquals(List.of(5L, 2L, 4L, 1L, 3L), ids(AMOUNT.asc()));
  }

  @Test
  default void textsAreOrderedByCodePoint() {
    Dataset words = subject().table(WORDS);
    List<Object> found =
        subject().athena().fetch(from(words).orderBy(WORD.asc())).stream()
            .<Object>map(row -> row.get(WORD))
            .toList();
    assertEquals(
        java.util.Arrays.asList(
            "", "1", "10", "2", "B", "Z", "_", "a", "a b", "a-b", "ab", "b", "ä", null),
        found);
  }

  @Test
  default void theLeastAndTheGreatestTextAreThoseOfTheOrder() {
    assertEquals(
        List.of(List.of("", "ä")),
        Sales.values(
            subject()
                .athena()
                .fetch(
                    from(subject().table(WORDS))
                        .measure(
                            Aggregate.min(WORD).as("least"), Aggregate.max(WORD).as("greatest")))));
  }

  @Test
  default void textsAreEqualLetterByLetterOnly() {
    Dataset words = subject().table(WORDS);
    assertEquals(
        List.of(List.of("B"), List.of(""), List.of("_"), List.of()),
        subject()
            .valuesOfEach(
                WORD,
                from(words).where(WORD.eq("B")),
                from(words).where(WORD.eq("")),
                from(words).where(WORD.eq("_")),
                from(words).where(WORD.eq("A"))));
  }
}
