package org.athena.kit;

import static org.athena.kit.Stories.money;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.athena.breakage.CardLog;
import org.athena.model.AsOf;
import org.junit.jupiter.api.Test;

/** What each card holds. */
interface BalancesContract extends Topic {

  /** Signs, and events a microsecond apart. */
  Table HELD =
      Stories.table(
          "held_logs",
          "signs,,a,I,10,2024-01-01",
          "signs,,a,R,-3,2024-01-02",
          "instants,,a,I,10,2024-01-31T12:00:00.000001Z",
          "instants,,b,I,1,2024-01-31T12:00:00.000002Z",
          "spent,,a,I,10,2024-01-01",
          "spent,,a,R,12.34,2024-02-01",
          "spent,,b,R,1,2024-02-01");

  private CardLog held(String story) {
    return Stories.cards(Stories.of(subject().table(HELD), story));
  }

  @Test
  default void signsMeanWhatTheCallerSays() {
    CardLog signs = held("signs");
    assertEquals(
        Map.of("a", money("13.00")),
        Stories.balances(subject().athena(), signs.sign(CardLog.Sign.SIGNED)));
    assertEquals(
        Map.of("a", money("7.00")),
        Stories.balances(subject().athena(), signs.sign(CardLog.Sign.BALANCE_CHANGE)));
    assertEquals(Map.of("a", money("10.00")), Stories.balances(subject().athena(), signs));
  }

  @Test
  default void anInstantIsAnAsOfToTheMicrosecond() {
    assertEquals(
        Map.of("a", money("10.00")),
        Stories.balances(
            subject().athena(),
            held("instants"),
            AsOf.at(Instant.parse("2024-01-31T12:00:00.000001Z"))));
  }

  @Test
  default void aCardMayHoldLessThanNothing() {
    assertEquals(
        Map.of("a", money("-2.34"), "b", money("-1.00")),
        Stories.balances(subject().athena(), held("spent")));
  }
}
