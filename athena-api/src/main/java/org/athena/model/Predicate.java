package org.athena.model;

import java.util.List;

/**
 * A condition on a row: the closed vocabulary of predicates, in the three-valued logic of SQL.
 *
 * <p>A filter keeps the rows for which the condition is true; unknown is not true.
 */
public sealed interface Predicate extends Expr<Boolean>
    permits Predicate.Comparison,
        Predicate.And,
        Predicate.Or,
        Predicate.Not,
        Predicate.IsNull,
        Predicate.In,
        Predicate.TextMatch,
        Predicate.IsTrue {

  @Override
  default Type<Boolean> type() {
    return Type.BOOLEAN;
  }

  /** True where both are. */
  default Predicate and(Predicate other) {
    return new And(this, other);
  }

  /** True where one is. */
  default Predicate or(Predicate other) {
    return new Or(this, other);
  }

  /** True where this is false. */
  default Predicate not() {
    return new Not(this);
  }

  /** How two values are compared. */
  enum Comparator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST
  }

  /** One value compared with another; text by code point. */
  record Comparison(Expr<?> left, Comparator comparator, Expr<?> right) implements Predicate {}

  /** Both. */
  record And(Predicate left, Predicate right) implements Predicate {}

  /** One or both. */
  record Or(Predicate left, Predicate right) implements Predicate {}

  /** The opposite; unknown stays unknown. */
  record Not(Predicate condition) implements Predicate {}

  /** Whether a value is null; never unknown. */
  record IsNull(Expr<?> value) implements Predicate {}

  /** Whether a value equals one of a list; false for an empty list. */
  record In(Expr<?> value, List<Expr<?>> values) implements Predicate {
    /** Keeps its own copy. */
    public In {
      values = List.copyOf(values);
    }
  }

  /** Where a text is looked for. */
  enum Position {
    ANYWHERE,
    START,
    END
  }

  /** Whether a text holds another, letter by letter; no character is a wildcard. */
  record TextMatch(Expr<String> text, Position position, String sought) implements Predicate {}

  /** The truth value of a column or expression, as a condition. */
  record IsTrue(Expr<Boolean> value) implements Predicate {}
}
