package org.athena.engine.redshift;

import static org.athena.model.Aggregate.sum;
import static org.athena.query.Query.from;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.athena.Athena;
import org.athena.error.EngineFailedException;
import org.athena.error.EngineFailedException.Kind;
import org.athena.error.UnsupportedByEngineException;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.NativeQuery;
import org.athena.model.Relation;
import org.athena.model.Row;
import org.athena.model.Zone;
import org.athena.query.Query;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Materialized views and laid-out tables, where PostgreSQL means the same by them. */
final class MaterializedViewTest {

  private static final Column<String> CARD = Column.string("card_id");
  private static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  private static final Column<Instant> AT = Column.instant("at");
  private static final Dataset PAID =
      Dataset.of("mv_paid", CARD, AMOUNT, AT).key(CARD).eventTime(AT);
  private static final String HOSTILE = "it's \\ \"x\" ? -- ' || chr(0)";

  @TempDir Path folder;

  private final Relay relay = new Relay(Postgres.port()).recording();
  private Athena athena;

  @BeforeEach
  void open() {
    Postgres.execute(
        "DROP SCHEMA IF EXISTS mv CASCADE; DROP TABLE IF EXISTS mv_paid CASCADE;"
            + " CREATE TABLE mv_paid (card_id varchar(65535), amount decimal(18, 2), at timestamp);"
            + " INSERT INTO mv_paid VALUES ('a', 1.50, '2024-01-01'), ('b', 2, '2024-01-02')");
    athena = Athena.open(Postgres.url(relay) + "&connections=1", folder);
  }

  @AfterEach
  void close() {
    athena.close();
    relay.close();
  }

  private List<String> cards(Relation relation) {
    return athena.rows(from(relation).orderBy(CARD.asc())).stream().map(r -> r.get(CARD)).toList();
  }

  private String sent(String start) {
    List<String> all = relay.statements().stream().filter(sql -> sql.startsWith(start)).toList();
    assertEquals(1, all.size(), () -> start + " in " + relay.statements());
    PublishGrammar.check(all.get(0));
    return all.get(0);
  }

  @Test
  void rowsAreKeptUntilTheViewIsRefreshed() {
    Dataset kept = athena.publish(from(PAID)).asMaterializedView("mv.kept");
    assertEquals(
        "CREATE MATERIALIZED VIEW \"mv\".\"kept\" DISTKEY (\"card_id\") SORTKEY (\"card_id\", \"at\") AS select \"r1\".\"card_id\", \"r1\".\"amount\", \"r1\".\"at\" from \"mv_paid\" as \"r1\"",
        sent("CREATE MATERIALIZED VIEW").replaceAll("\\s+", " "));
    Postgres.execute("INSERT INTO mv_paid VALUES ('c', 3, '2024-01-03')");
    assertEquals(List.of("a", "b"), cards(kept));
    relay.statements().clear();
    athena.refresh(kept);
    assertEquals(List.of("REFRESH MATERIALIZED VIEW \"mv\".\"kept\""), relay.statements());
    sent("REFRESH");
    assertEquals(List.of("a", "b", "c"), cards(kept));
  }

  @Test
  void eachFormReplacesEachOther() {
    Query one = from(PAID).where(CARD.eq("a"));
    Query two = from(PAID);
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 3; second++) {
        publish(one, first);
        assertEquals(List.of("a", "b"), cards(publish(two, second)), first + " to " + second);
      }
    }
  }

  private Dataset publish(Query query, int form) {
    return switch (form) {
      case 0 -> athena.publish(query).asTable("mv.swap");
      case 1 -> athena.publish(query).asView("mv.swap");
      default -> athena.publish(query).asMaterializedView("mv.swap");
    };
  }

  @Test
  void hostileTextsAndNamesStayThemselves() {
    Column<String> odd = Column.string("odd \"name\" 'n'");
    Dataset kept =
        athena
            .publish(
                from(PAID).where(CARD.eq(HOSTILE)).select(CARD.as(odd.name()), AT.as(AT.name())))
            .asMaterializedView("mv.hostile");
    sent("CREATE MATERIALIZED VIEW");
    assertEquals(List.of(), athena.rows(kept));
    Postgres.execute(
        "INSERT INTO mv_paid VALUES ('%s', 1, '2024-01-01')"
            .formatted(HOSTILE.replace("'", "''").replace("\\", "\\\\")));
    athena.refresh(kept);
    assertEquals(List.of(HOSTILE), athena.rows(kept).stream().map(row -> row.get(odd)).toList());
  }

  @Test
  void theOrderOfAnAnswerIsLeftOutAndTheFirstRowsOfItAreRefused() {
    Query ordered = from(PAID).orderBy(AMOUNT.desc());
    assertEquals("incremental: yes", athena.publish(ordered).refreshRule().toString());
    assertEquals(
        List.of("a", "b"), cards(athena.publish(ordered).asMaterializedView("mv.ordered")));
    relay.statements().clear();
    String message =
        assertThrows(
                UnsupportedByEngineException.class,
                () -> athena.publish(ordered.limit(1)).asMaterializedView("mv.first"))
            .getMessage();
    assertEquals(
        "Cannot keep a query as a materialized view on redshift: its rows are put in order or counted off by ORDER BY or LIMIT. Leave that to the question that reads the view, or publish it as a table.",
        message);
    assertEquals(List.of(), relay.statements(), "nothing is sent");
  }

  @Test
  void theRuleOfRefreshingIsAValue() {
    assertEquals(
        "incremental: yes",
        athena.publish(from(PAID).where(CARD.eq("a"))).refreshRule().toString());
    assertEquals(
        "incremental: yes",
        athena
            .publish(from(PAID).by(CARD).measure(sum(AMOUNT).as("paid")))
            .refreshRule()
            .toString());
    assertEquals(
        "incremental: no, because of subqueries",
        athena
            .publish(from(PAID).where(CARD.eq("a")).by(CARD).measure(sum(AMOUNT).as("paid")))
            .refreshRule()
            .toString());
    assertEquals(List.of(), relay.statements().stream().filter(s -> s.contains("mv_")).toList());
  }

  @Test
  void filesAreRefused() {
    Dataset files = Dataset.of("sales", CARD).in(Zone.CURATED);
    try (Athena lake =
        Athena.open(Postgres.url(relay) + "&connections=1&lake=s3://bucket/lake", folder)) {
      relay.statements().clear();
      assertTrue(
          assertThrows(
                  UnsupportedByEngineException.class,
                  () -> lake.publish(from(files)).asMaterializedView("mv.files"))
              .getMessage()
              .contains("it reads the files of sales, which are a view here"));
      assertEquals(List.of(), relay.statements(), "nothing is sent");
    }
  }

  @Test
  void aViewThatCannotBeRefreshedIsToldByKind() {
    Dataset plain = athena.publish(from(PAID)).asView("mv.plain");
    assertEquals(
        Kind.INVALID_STATEMENT,
        assertThrows(EngineFailedException.class, () -> athena.refresh(plain)).kind());
    Dataset nowhere = Dataset.of("mv.nowhere", CARD);
    assertEquals(
        Kind.NOT_FOUND,
        assertThrows(EngineFailedException.class, () -> athena.refresh(nowhere)).kind());
    assertEquals(List.of("a", "b"), cards(plain), "the connection is back");
  }

  @Test
  void aTableIsLaidOutByKeyAndTimeAndKeepsThatWhenItIsFilledAgain() {
    Dataset table = athena.publish(from(PAID)).asTable("mv.paid");
    String made = sent("CREATE TABLE");
    assertTrue(
        made.contains("\" DISTKEY (\"card_id\") SORTKEY (\"card_id\", \"at\") AS select"), made);
    relay.statements().clear();
    athena.publish(from(PAID).where(CARD.eq("a"))).asTable("mv.paid");
    assertEquals(
        List.of(), relay.statements().stream().filter(s -> s.startsWith("CREATE TABLE")).toList());
    assertEquals(List.of("a"), cards(table));
  }

  @Test
  void whatIsNotKnownOrNotKeptIsNotLaidOut() {
    athena.publish(from(PAID).select(AMOUNT, AT)).asTable("mv.timed");
    String timed = sent("CREATE TABLE");
    assertTrue(timed.contains("\" SORTKEY (\"at\") AS"), timed);
    relay.statements().clear();
    athena.publish(from(PAID).select(AMOUNT)).asTable("mv.bare");
    String bare = sent("CREATE TABLE");
    assertTrue(bare.matches("(?s)CREATE TABLE \"mv\"\\.\"bare_\\w+\" AS select.*"), bare);
  }

  @Test
  void aRelationOfAnotherMakerIsKeptToo() {
    NativeQuery query =
        NativeQuery.of("own", "redshift", "select card_id from mv_paid where amount > 1.6", CARD);
    Dataset kept = athena.publish(query).asMaterializedView("mv.own");
    assertEquals(List.of("b"), athena.rows(kept).stream().map((Row row) -> row.get(CARD)).toList());
  }
}
