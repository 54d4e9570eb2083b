package org.athena.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags the used rows of a log; rows after the as-of day serve no other row as evidence. */
final class Flags {

  private record Account(String card, @Nullable String currency) {}

  private final Settings settings;
  private final Map<String, CardFacts> cards;
  private final Set<String> eventIds = new HashSet<>();
  private final Map<Account, BigDecimal> balances = new HashMap<>();

  private Flags(Settings settings, Map<String, CardFacts> cards) {
    this.settings = settings;
    this.cards = cards;
  }

  static List<JudgedRow> on(List<JudgedRow> judged, Settings settings) {
    var flagged = new ArrayList<JudgedRow>();
    var present = new ArrayList<UsedRow>();
    for (JudgedRow each : judged) {
      if (each.disposition() != Disposition.USED) {
        flagged.add(each);
        continue;
      }
      UsedRow used = UsedRow.of(each.row(), settings);
      if (used.day().isAfter(settings.asOf())) {
        flagged.add(each.withFlags(Set.of(Flag.FUTURE_DATED)));
      } else {
        present.add(used);
      }
    }

    present.sort(TextOrder.APPLICATION);
    var flags = new Flags(settings, Cards.of(present, settings));
    for (UsedRow used : present) {
      flags.learn(used);
    }
    for (UsedRow used : present) {
      JudgedRow each = JudgedRow.of(used.row(), Disposition.USED);
      flagged.add(each.withFlags(flags.apply(used)));
    }
    return flagged;
  }

  private void learn(UsedRow used) {
    if (used.row().eventId() != null) {
      eventIds.add(used.row().eventId());
    }
  }

  private Set<Flag> apply(UsedRow used) {
    var flags = EnumSet.noneOf(Flag.class);
    boolean redeems = used.kind() == Kind.REDEEM;
    CardFacts card = cards.get(used.card());
    Instant activation = card.firstActivation();
    if (activation == null) {
      flags.add(Flag.ORPHAN);
    } else if (redeems && used.at().isBefore(activation)) {
      flags.add(Flag.REDEMPTION_BEFORE_ISSUE);
    }

    boolean received = used.kind() == Kind.TRANSFER_IN && Transfers.counterCard(used) != null;
    if (received && card.activated()) {
      flags.add(Flag.TRANSFER_ONTO_ACTIVATED);
    }

    BigDecimal effect = used.effect().balance();
    var account = new Account(used.card(), used.currency());
    BigDecimal balance = balances.merge(account, effect, BigDecimal::add);
    if (balance.signum() < 0 && effect.signum() < 0) {
      flags.add(Flag.OVERDRAFT);
    }

    LocalDate expiry = used.row().expiry();
    if (redeems && expiry != null && used.day().isAfter(expiry)) {
      flags.add(Flag.AFTER_EXPIRY);
    }

    String reference = used.row().reference();
    boolean referenced = reference != null && eventIds.contains(reference);
    if (settings.hasReference() && used.kind().voids() && !referenced) {
      flags.add(Flag.VOID_WITHOUT_REFERENCE);
    }

    Instant knownAt = used.row().knownAt();
    if (knownAt != null && used.at().isAfter(knownAt)) {
      flags.add(Flag.RECORDED_BEFORE_EVENT);
    }
    return flags;
  }
}
