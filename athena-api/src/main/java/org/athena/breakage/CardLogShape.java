package org.athena.breakage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.On;
import org.athena.model.Relation;

/** What a relation must have to be read as a card log. */
final class CardLogShape {

  private CardLogShape() {}

  static void check(
      Relation events,
      List<CardLog.Attributes> attributes,
      Map<Role, Column<?>> roles,
      CardLog.Kinds kinds,
      CardLog.Rules rules) {
    if (!roles.containsKey(Role.COHORT)) {
      need(events, roles, Role.CARD, "card(column)");
    }
    need(events, roles, Role.AMOUNT, "amount(column)");
    if (!roles.containsKey(Role.AT) && !roles.containsKey(Role.DAY)) {
      throw new InvalidQuestionException(
          "Cannot read %s as a card log: it has no time. Give at(column) or businessDay(column)."
              .formatted(events.name()));
    }
    Relation joined = joined(events, attributes);
    roles.forEach((role, column) -> joined.require(column, "use as " + role));
    if (kinds.code() != null) {
      joined.require(kinds.code(), "take kinds from");
    }
    if ((kinds.code() == null) == (kinds.all() == null)) {
      throw new InvalidQuestionException(
          "Cannot read %s as a card log: give either a column of codes or one kind for all rows."
              .formatted(events.name()));
    }
    if (roles.containsKey(Role.COUNTER_CARD)) {
      checkCounterCard(events, roles, rules);
    }
  }

  private static void need(Relation events, Map<Role, Column<?>> roles, Role role, String how) {
    if (!roles.containsKey(role)) {
      throw new InvalidQuestionException(
          "Cannot read %s as a card log: no column plays the role %s. Give %s."
              .formatted(events.name(), role, how));
    }
  }

  private static void checkCounterCard(
      Relation events, Map<Role, Column<?>> roles, CardLog.Rules rules) {
    if (roles.containsKey(Role.COHORT)) {
      throw new InvalidQuestionException(
          "Cannot follow transfers of %s: its rows are stamped with cohorts, which say already where value comes from. Leave out counterCard(column) or cohort(column)."
              .formatted(events.name()));
    }
    if (rules.cohortBy() == CardLog.CohortBy.FIRST_EVENT) {
      throw new InvalidQuestionException(
          "Cannot follow transfers of %s: a card's first event sets its cohort, so that none takes the cohort of another card. Leave out counterCard(column), or set cohorts by first activations."
              .formatted(events.name()));
    }
  }

  /** The events with all columns of the attributes joined to them. */
  static Relation joined(Relation events, List<CardLog.Attributes> attributes) {
    List<Column<?>> columns = new ArrayList<>(events.columns());
    for (CardLog.Attributes more : attributes) {
      Relation sofar = new Joined(events.name(), List.copyOf(columns));
      for (On<?> pair : more.on()) {
        sofar.require(pair.left(), "join attributes on");
        more.relation().require(pair.right(), "join attributes on");
      }
      for (Column<?> column : more.relation().columns()) {
        if (sofar.find(column.name()).isEmpty()) {
          columns.add(column);
        } else if (more.on().stream().noneMatch(pair -> pair.right().equals(column))) {
          throw new InvalidQuestionException(
              "Cannot join attributes %s to %s: both have a column '%s'. Select or rename it first."
                  .formatted(more.relation().name(), events.name(), column.name()));
        }
      }
    }
    return new Joined(events.name(), List.copyOf(columns));
  }

  private record Joined(String name, List<Column<?>> columns) implements Relation {}
}
