package org.athena.query;

import java.util.List;
import org.athena.model.Relation;
import org.athena.model.Row;

/**
 * A question about the lake: an immutable value, valid from birth, that touches nothing until it is
 * handed to an open {@code Athena}; its outcome is a relation that other questions can be about.
 *
 * @param <A> the type of the answer
 */
public sealed interface Question<A> extends Relation
    permits Query, Rolling, AuditQuery, BalanceQuery, DailyQuery, TriangleQuery, RateQuery {

  /**
   * The typed answer that the rows of this question's outcome make up.
   *
   * @param rows the rows, with this question's columns, in the order in which the question yields
   *     them
   */
  A answer(List<Row> rows);
}
