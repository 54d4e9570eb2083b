package org.athena.kit;

import static org.athena.breakage.EventKind.ACTIVATE;
import static org.athena.breakage.EventKind.REDEEM;
import static org.athena.query.Query.from;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.athena.Athena;
import org.athena.breakage.CardBalance;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.model.AsOf;
import org.athena.model.Column;
import org.athena.model.Dataset;
import org.athena.model.Relation;
import org.athena.query.BalanceQuery;
import org.jspecify.annotations.Nullable;

/** Small card logs, several in one table: each row names the story that it is part of. */
final class Stories {

  static final Column<String> STORY = Column.string("story");
  static final Column<String> ID = Column.string("id");
  static final Column<String> CARD = Column.string("card_id");
  static final Column<String> TYPE = Column.string("type");
  static final Column<BigDecimal> AMOUNT = Column.decimal("amount", 18, 2);
  static final Column<Instant> AT = Column.instant("at");
  static final Column<LocalDate> STORE_DAY = Column.date("store_day");
  static final Map<String, EventKind> KINDS = Map.of("I", ACTIVATE, "R", REDEEM);
  static final AsOf END = AsOf.endOf("2024-12-31");

  private Stories() {}

  /**
   * A table of stories.
   *
   * @param name its name
   * @param lines story, event id, card, code, amount, time and business day with commas between
   *     them; an empty field is null, and so are those left out at the end
   */
  static Table table(String name, String... lines) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String line : lines) {
      String[] fields = (line + ",,,,,,,").split(",", -1);
      List<@Nullable Object> row = new ArrayList<>();
      row.add(text(fields[0]));
      row.add(text(fields[1]));
      row.add(text(fields[2]));
      row.add(text(fields[3]));
      row.add(fields[4].isEmpty() ? null : new BigDecimal(fields[4]).setScale(2));
      row.add(fields[5].isEmpty() ? null : instant(fields[5]));
      row.add(fields[6].isEmpty() ? null : LocalDate.parse(fields[6]));
      rows.add(row);
    }
    return new Table(name, List.of(STORY, ID, CARD, TYPE, AMOUNT, AT, STORE_DAY), rows);
  }

  private static @Nullable String text(String field) {
    return field.isEmpty() ? null : field;
  }

  private static Instant instant(String field) {
    return Instant.parse(field.contains("T") ? field : field + "T00:00:00Z");
  }

  /** The rows of one story. */
  static Relation of(Dataset stories, String story) {
    return from(stories).where(STORY.eq(story));
  }

  /** A card log over rows that have its columns, with neither event ids nor business days. */
  static CardLog cards(Relation rows) {
    return CardLog.over(rows).card(CARD).amount(AMOUNT).at(AT).kinds(TYPE, KINDS);
  }

  static BigDecimal money(String text) {
    return new BigDecimal(text);
  }

  /** What each card holds at the end of 2024. */
  static Map<String, BigDecimal> balances(Athena athena, CardLog cards) {
    return balances(athena, cards, END);
  }

  static Map<String, BigDecimal> balances(Athena athena, CardLog cards, AsOf asOf) {
    return athena.fetch(BalanceQuery.of(cards, asOf)).stream()
        .collect(Collectors.toMap(CardBalance::card, CardBalance::balance));
  }
}
