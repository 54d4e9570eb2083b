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

  static List<BalanceLine> of(List<UsedRow> rows) {
    Map<Account, List<UsedRow>> byAccount = new HashMap<>();
    for (UsedRow used : rows) {
      var account = new Account(used.seed(), used.card(), used.currency());
      byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(used);
    }

    var lines = new ArrayList<BalanceLine>();
    byAccount.forEach((account, ofAccount) -> lines.add(line(account, ofAccount)));
    lines.sort(BalanceLine.ORDER);
    return lines;
  }

  private static BalanceLine line(Account account, List<UsedRow> rows) {
    Sums sums = Sums.ZERO;
    Instant firstActivation = null;
    Instant lastEvent = rows.getFirst().at();
    for (UsedRow used : rows) {
      sums = sums.plus(used.effect());
      if (used.at().isAfter(lastEvent)) {
        lastEvent = used.at();
      }
      if (used.kind() == Kind.ACTIVATE
          && (firstActivation == null || used.at().isBefore(firstActivation))) {
        firstActivation = used.at();
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
