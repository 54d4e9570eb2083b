package org.athena.examples.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.athena.breakage.CardLog;
import org.athena.breakage.EventKind;
import org.athena.breakage.ValueClass;
import org.athena.model.Type;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the log's codes mean and how its rows are read. */
final class RuleOptions {

  @Option(names = "--kind", paramLabel = "COL", description = "The code of what happened.")
  @Nullable String kind;

  @Option(
      names = "--kinds",
      paramLabel = "CODE=KIND[,...]",
      description = {
        "What each code means:",
        "activate, reload, transfer-in, redeem, refund-to-card, void-issue, void-reload,"
            + " redeem-reversal, chargeback, transfer-out, cash-out, refund-to-tender, fee, expire,"
            + " reinstate, escheat-remit, escheat-reclaim, adjust, inform."
      })
  List<String> kinds = new ArrayList<>();

  @Option(
      names = "--kind-is",
      paramLabel = "KIND",
      description = "The kind of every row, where there is no column of codes.")
  @Nullable String kindIs;

  @Option(
      names = "--unmapped",
      paramLabel = "fail|set-aside",
      description = "What happens to codes that --kinds lacks; default fail.")
  String unmapped = "fail";

  @Option(
      names = "--sign",
      paramLabel = "magnitude|signed|balance-change",
      description = "What the sign of an amount means; default magnitude.")
  String sign = "magnitude";

  @Option(
      names = "--classes",
      paramLabel = "CODE=CLASS[,...]",
      description = "What the codes of --value-class mean: paid, bonus, credit, loyalty.")
  List<String> classes = new ArrayList<>();

  @Option(
      names = "--cohort-by",
      paramLabel = "first-activation|first-event",
      description = "What sets a card's cohort; default first-activation.")
  String cohortBy = "first-activation";

  @Option(
      names = "--unique-events",
      description = "Ids are known to be unique: duplicates are not looked for.")
  boolean uniqueEvents;

  @Option(
      names = "--activated-once",
      description = "No card is known to have more than one activation.")
  boolean activatedOnce;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The business time zone, also of stamps without an offset; default UTC.")
  String zone = "UTC";

  ZoneId zone() {
    return Words.zone(zone);
  }

  CardLog.Rules rules() {
    return new CardLog.Rules(
        zone(),
        claims(),
        Words.choice("--unmapped", unmapped, Words.of(CardLog.Unmapped.class)),
        Words.choice("--sign", sign, Words.of(CardLog.Sign.class)),
        Words.choice("--cohort-by", cohortBy, Words.of(CardLog.CohortBy.class)),
        Words.pairs("--classes", classes, Words.of(ValueClass.class)));
  }

  private Set<CardLog.Claim> claims() {
    Set<CardLog.Claim> claims = EnumSet.noneOf(CardLog.Claim.class);
    if (uniqueEvents) {
      claims.add(CardLog.Claim.UNIQUE_EVENTS);
    }
    if (activatedOnce) {
      claims.add(CardLog.Claim.ACTIVATED_ONCE);
    }
    return claims;
  }

  CardLog.Kinds kinds(LogSources sources) {
    Map<String, EventKind> words = Words.of(EventKind.class);
    if (kind == null) {
      if (kindIs == null || !kinds.isEmpty()) {
        throw new Mistake(
            "The kind of an event is missing: give --kind COL and --kinds CODE=KIND,..., or --kind-is KIND.");
      }
      return new CardLog.Kinds(null, Map.of(), Words.choice("--kind-is", kindIs, words));
    }
    if (kindIs != null || kinds.isEmpty()) {
      throw new Mistake(
          "Option --kind: give --kinds CODE=KIND,... beside it%s."
              .formatted(kindIs == null ? "" : ", and not --kind-is"));
    }
    Map<String, EventKind> byCode = Words.pairs("--kinds", kinds, words);
    return new CardLog.Kinds(sources.take("--kind", kind, Type.STRING), byCode, null);
  }
}
