package org.athena.query;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.athena.breakage.CardLog;
import org.athena.breakage.Segment;
import org.athena.breakage.Triangle;
import org.athena.breakage.Triangles;
import org.athena.breakage.ValueClass;
import org.athena.model.AsOf;
import org.athena.model.Calendar;
import org.athena.model.Column;
import org.athena.model.Grain;
import org.athena.model.Row;

/**
 * How the value issued to each cohort of cards was redeemed as the cards grew older.
 *
 * <p>The cohort of a card is the period of its first activation, its segment the values of the
 * segment columns on that row. The age of an event is the number of periods between the period in
 * which its cohort starts and its own; an event before the cohort's period counts at age 0.
 *
 * @shape one row for each currency, segment, cohort and age from 0 to the as-of, without gaps, and
 *     one row without cohort and age for the totals of cards of unknown cohort, where there are
 *     any; ordered by these columns
 * @param cards the log
 * @param asOf the two times asked for
 * @param cohorts the calendar of cohorts
 * @param ages the calendar of ages
 * @param by segment columns
 * @param classes the value classes taken, where the log tells them
 */
public record TriangleQuery(
    CardLog cards,
    AsOf asOf,
    Calendar cohorts,
    Calendar ages,
    List<Column<?>> by,
    Set<ValueClass> classes)
    implements Question<Triangles>, CardMeasures {

  /** The first day of the cohort's period; null for cards of unknown cohort. */
  public static final Column<LocalDate> COHORT = Column.date("cohort");

  /** Periods since the cohort's own; null for cards of unknown cohort. */
  public static final Column<Long> AGE = Column.integer("age");

  /** Cards activated, cumulative. */
  public static final Column<Long> CARDS = Column.integer("cards");

  /** Redemptions less their reversals, cumulative. */
  public static final Column<Long> REDEMPTIONS = Column.integer("redemptions");

  /** Whether the age's period was over at the as-of. */
  public static final Column<Boolean> COMPLETE = Column.bool("complete");

  /** Checks the segment columns. */
  public TriangleQuery {
    by = List.copyOf(by);
    classes = Set.copyOf(classes);
    CardColumns.check(cards, by, columns(cards, by));
  }

  /** Monthly cohorts by monthly ages, of paid value, in one segment for each currency. */
  public static TriangleQuery of(CardLog cards, AsOf asOf) {
    return new TriangleQuery(
        cards, asOf, Grain.MONTH, Grain.MONTH, List.of(), Set.of(ValueClass.PAID));
  }

  /** The same with cohorts of another calendar. */
  public TriangleQuery cohorts(Calendar calendar) {
    return new TriangleQuery(cards, asOf, calendar, ages, by, classes);
  }

  /** The same with ages counted in periods of another calendar. */
  public TriangleQuery ages(Calendar calendar) {
    return new TriangleQuery(cards, asOf, cohorts, calendar, by, classes);
  }

  /** The same with a triangle for each combination of the columns' values. */
  public TriangleQuery by(Column<?>... columns) {
    return new TriangleQuery(cards, asOf, cohorts, ages, List.of(columns), classes);
  }

  /** The same of other value classes. */
  public TriangleQuery classes(ValueClass... taken) {
    return new TriangleQuery(cards, asOf, cohorts, ages, by, Set.of(taken));
  }

  /** What the age added to issued value. */
  public Column<BigDecimal> issuedIncrement() {
    return new Column<>("issued_increment", cards.money());
  }

  /** What the age added to redeemed value. */
  public Column<BigDecimal> redeemedIncrement() {
    return new Column<>("redeemed_increment", cards.money());
  }

  /** What the age added to value that left otherwise. */
  public Column<BigDecimal> exitedIncrement() {
    return new Column<>("exited_increment", cards.money());
  }

  @Override
  public String name() {
    return "triangle of " + cards.events().name();
  }

  @Override
  public List<Column<?>> columns() {
    return columns(cards, by);
  }

  private static List<Column<?>> columns(CardLog cards, List<Column<?>> by) {
    return CardColumns.of(
        cards,
        by,
        List.of(
            COHORT,
            AGE,
            new Column<>("issued", cards.money()),
            new Column<>("redeemed", cards.money()),
            new Column<>("exited", cards.money()),
            CARDS,
            REDEMPTIONS,
            new Column<>("issued_increment", cards.money()),
            new Column<>("redeemed_increment", cards.money()),
            new Column<>("exited_increment", cards.money()),
            COMPLETE));
  }

  @Override
  public Triangles answer(List<Row> rows) {
    Map<Segment, Map<LocalDate, List<Triangle.Cell>>> segments = new LinkedHashMap<>();
    List<Triangles.Unknown> unknown = new ArrayList<>();
    for (Row row : rows) {
      Segment segment = CardColumns.segment(cards, by, row);
      LocalDate cohort = row.get(COHORT);
      if (cohort == null) {
        unknown.add(
            new Triangles.Unknown(
                segment, row.require(issued()), row.require(redeemed()), row.require(exited())));
      } else {
        segments
            .computeIfAbsent(segment, s -> new LinkedHashMap<>())
            .computeIfAbsent(cohort, c -> new ArrayList<>())
            .add(cell(row));
      }
    }
    List<Triangle> triangles = new ArrayList<>();
    segments.forEach((segment, cohortCells) -> triangles.add(triangle(segment, cohortCells)));
    return new Triangles(triangles, unknown);
  }

  private static Triangle triangle(
      Segment segment, Map<LocalDate, List<Triangle.Cell>> cohortCells) {
    List<Triangle.Cohort> list = new ArrayList<>();
    cohortCells.forEach((day, cells) -> list.add(new Triangle.Cohort(day.toString(), cells)));
    return new Triangle(segment, list);
  }

  private Triangle.Cell cell(Row row) {
    return new Triangle.Cell(
        Math.toIntExact(row.require(AGE)),
        row.require(issued()),
        row.require(redeemed()),
        row.require(exited()),
        row.require(CARDS),
        row.require(REDEMPTIONS),
        row.require(COMPLETE));
  }
}
