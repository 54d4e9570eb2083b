package org.athena.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the rows that count by card and currency. */
final class Balances {

  private record Account(String seed, String card, @Nullable String currency) {}

  private Balances() {}

  static List<BalanceLine> of(List<UsedRow> rows, Map<String, CardFacts> cards) {
    Map<Account, List<UsedRow>> byAccount = new HashMap<>();
    Map<Account, Instant> firstActivations = new HashMap<>();
    for (UsedRow used : rows) {
      var account = new Account(used.seed(), used.card(), used.currency());
      byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(used);
      if (used.kind() == Kind.ACTIVATE) {
        firstActivations.merge(account, used.at(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }

    var lines = new ArrayList<BalanceLine>();
    byAccount.forEach((account, ofAccount) -> {
      String origin = cards.get(account.card()).origin();
      Instant first =
          origin == null
              ? null
              : firstActivations.get(new Account(account.seed(), origin, account.currency()));
      lines.add(line(account, ofAccount, first));
    });
    lines.sort(BalanceLine.ORDER);
    return lines;
  }

  private static BalanceLine line(
      Account account, List<UsedRow> rows, @Nullable Instant firstActivation) {
    Sums sums = Sums.ZERO;
    Instant lastEvent = rows.getFirst().at();
    for (UsedRow used : rows) {
      sums = sums.plus(used.effect());
      if (used.at().isAfter(lastEvent)) {
        lastEvent = used.at();
      }
    }
    return new BalanceLine(
        account.seed(),
        account.card(),
        account.currency(),
        sums.issued(),
        sums.redeemed(),
        sums.exited(),
        sums.balance(),
        firstActivation,
        lastEvent);
  }
}
