package org.athena.query;

import java.math.BigDecimal;
import org.athena.breakage.CardLog;
import org.athena.model.Column;

/** The measures of money that the outcomes of questions about cards have in common. */
public sealed interface CardMeasures permits BalanceQuery, RateQuery, TriangleQuery {

  /** The log that is asked about. */
  CardLog cards();

  /** Issued value: loads net of voids. */
  default Column<BigDecimal> issued() {
    return new Column<>("issued", cards().money());
  }

  /** Redeemed value: redemptions net of refunds and reversals. */
  default Column<BigDecimal> redeemed() {
    return new Column<>("redeemed", cards().money());
  }

  /** Value that left the cards otherwise. */
  default Column<BigDecimal> exited() {
    return new Column<>("exited", cards().money());
  }
}
