package org.athena.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthTest {

  private static final String SIGNED =
      "CASE WHEN type IN ('ISSUE', 'RELOAD', 'REFUND') THEN amount ELSE -amount END";

  @TempDir Path folder;

  @Test
  void reconcilesWithTheBalancesOfTheLog() throws SQLException {
    Written written = SampleLog.cards(20_000).writeTo(folder);

    try (var files = WrittenFiles.parquet(written)) {
      assertEquals(
          byCurrency(written.truth(), Outcome::outstanding),
          files.sums(
              "SELECT currency, sum(balance) FROM (SELECT currency, card_id, sum("
                  + SIGNED
                  + ") AS balance FROM clean GROUP BY ALL) GROUP BY currency"));
      assertEquals(byCurrency(written.truth(), Outcome::issued), net(files, "ISSUE", "RELOAD"));
      assertEquals(byCurrency(written.truth(), Outcome::expired), net(files, "EXPIRE", "EXPIRE"));
      for (String currency : written.truth().currencies()) {
        Outcome seen = written.truth().inTheLog(currency);
        assertEquals(
            seen.outstanding(), seen.issued().subtract(seen.redeemed()).subtract(seen.expired()));
      }
    }
  }

  @Test
  void isNeverLessThanWhatTheLogHasSeen() {
    Truth truth = SampleLog.cards(20_000).writeTo(folder).truth();

    for (Truth.Row row : truth.rows()) {
      Outcome end = row.inTheEnd();
      Outcome seen = row.inTheLog();
      assertEquals(end.loadedCents(), seen.loadedCents());
      assertTrue(end.voidedCents() >= seen.voidedCents());
      assertTrue(end.redeemedCents() >= seen.redeemedCents());
      assertTrue(end.refundedCents() >= seen.refundedCents());
      assertTrue(end.expiredCents() >= seen.expiredCents());
      assertTrue(end.breakage().signum() >= 0, row::toString);
    }
  }

  /** Cohorts that the log followed to the horizon: there the truth is what the files say. */
  @Test
  void isWhatTheLogSaysOfCohortsAsOldAsTheHorizon() throws SQLException {
    Written written =
        SampleLog.cards(10_000)
            .from(LocalDate.of(1990, 1, 1))
            .until(LocalDate.of(2020, 1, 1))
            .writeTo(folder);
    LocalDate lastOld = LocalDate.of(2009, 11, 1);
    Map<String, BigDecimal> expected = new TreeMap<>();
    for (Truth.Row row : written.truth().rows()) {
      if (!row.key().cohort().isAfter(lastOld)) {
        expected.merge(row.key().program(), row.inTheEnd().breakage(), BigDecimal::add);
        assertEquals(row.inTheEnd(), row.inTheLog());
      }
    }

    try (var files = WrittenFiles.parquet(written)) {
      assertEquals(
          expected,
          files.sums(
              "SELECT program, sum("
                  + SIGNED
                  + ") FROM clean WHERE type <> 'EXPIRE' AND card_id IN (SELECT card_id FROM clean"
                  + " WHERE type = 'ISSUE' AND occurred_at < TIMESTAMP '2009-12-01')"
                  + " GROUP BY program"));
    }
  }

  @Test
  void looksLikeGiftCards() throws SQLException {
    Written written = SampleLog.cards(50_000).clean().writeTo(folder);
    double rate = written.truth().inTheEnd("USD").breakageRate();
    double soFar = written.truth().inTheLog("USD").breakageRate();

    assertTrue(rate > 0.08 && rate < 0.13, "breakage rate " + rate);
    assertTrue(soFar > rate + 0.05, "not redeemed yet " + soFar);
    assertTrue(written.truth().inTheEnd("USD", "DIGITAL").breakageRate() < rate);
    assertTrue(written.truth().inTheEnd("USD", "CORPORATE").breakageRate() > rate);
    try (var files = WrittenFiles.parquet(written)) {
      assertEquals(50_000, files.count("SELECT count(*) FROM cards"));
      long december =
          files.count("SELECT count(*) FROM tx WHERE type = 'ISSUE' AND month(occurred_at) = 12");
      assertTrue(december > 14_000 && december < 18_000, "December issues " + december);
      assertEquals(
          0,
          files.count(
              "SELECT count(*) FROM tx WHERE type IN ('VOID', 'REFUND') AND ref_event_id NOT IN"
                  + " (SELECT event_id FROM tx) AND occurred_at < TIMESTAMP '2025-12-01'"));
      assertEquals(
          0,
          files.count(
              "SELECT count(*) FROM tx JOIN cards USING (card_id) WHERE occurred_at > expires_on"));
      assertEquals(
          "BONUS", files.text("SELECT DISTINCT value_class FROM cards WHERE program = 'PROMO'"));
    }
  }

  @Test
  void showsTheDriftToDigital() throws SQLException {
    Written written = SampleLog.cards(20_000).clean().mix(ProgramMix.DRIFTING).writeTo(folder);
    String digitalPercent =
        "SELECT round(100 * avg((program = 'DIGITAL')::INTEGER))::INTEGER FROM tx"
            + " WHERE type = 'ISSUE' AND year(occurred_at) = ";

    try (var files = WrittenFiles.parquet(written)) {
      assertTrue(files.count(digitalPercent + "2021") < 20);
      assertTrue(files.count(digitalPercent + "2025") > 38);
    }
  }

  private static Map<String, BigDecimal> byCurrency(
      Truth truth, Function<Outcome, BigDecimal> figure) {
    Map<String, BigDecimal> figures = new TreeMap<>();
    truth.currencies().forEach(c -> figures.put(c, figure.apply(truth.inTheLog(c))));
    return figures;
  }

  /** Sums of two types by currency, less voids where the types are loads. */
  private static Map<String, BigDecimal> net(WrittenFiles files, String one, String other)
      throws SQLException {
    String voids = one.equals("ISSUE") ? "'VOID'" : "''";
    return files.sums(
        "SELECT currency, sum(CASE type WHEN 'VOID' THEN -amount ELSE amount END) FROM clean"
            + " WHERE type IN ('"
            + one
            + "', '"
            + other
            + "', "
            + voids
            + ") GROUP BY currency");
  }
}
