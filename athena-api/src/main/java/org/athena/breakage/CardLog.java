package org.athena.breakage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.athena.error.InvalidQuestionException;
import org.athena.model.Column;
import org.athena.model.On;
import org.athena.model.Relation;
import org.athena.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A relation read as a log of gift-card events: which column plays which role.
 *
 * <p>Every row has exactly one disposition: used, duplicate, superseded by a later version of the
 * same event, or set aside with a reason; see {@link AuditReport}.
 *
 * @param events the relation of events, one row each
 * @param attributes relations joined to the events, such as a card or card-type data set
 * @param roles which column plays which role
 * @param kinds what the log's own codes mean
 * @param rules how rows are read
 */
public record CardLog(
    Relation events,
    List<Attributes> attributes,
    Map<Role, Column<?>> roles,
    Kinds kinds,
    Rules rules) {

  /** Over how many cards a transfer is followed to the activation that its value comes from. */
  public static final int HOPS = 4;

  /**
   * Attributes joined to each event; an event without a match has nulls.
   *
   * @param relation the attributes, with at most one row for each combination of the right columns
   * @param on the pairs of columns, the event's on the left
   */
  public record Attributes(Relation relation, List<On<?>> on) {
    /** Keeps its own copy. */
    public Attributes {
      on = List.copyOf(on);
    }
  }

  /**
   * What the log's own codes mean.
   *
   * @param code the column of codes; null where every row is of the one kind
   * @param byCode the kind of each code
   * @param all the kind of every row where there is no code column
   */
  public record Kinds(
      @Nullable Column<String> code, Map<String, EventKind> byCode, @Nullable EventKind all) {
    /** Keeps its own copy. */
    public Kinds {
      byCode = Map.copyOf(byCode);
    }
  }

  /** What happens to a row whose code has no kind. */
  public enum Unmapped {
    /** The question ends with an error that lists the codes and how often they occur. */
    FAIL,
    /** The row is set aside and counted. */
    SET_ASIDE
  }

  /** What the sign of an amount means. */
  public enum Sign {
    /** Amounts are magnitudes; a negative one is set aside, except of {@link EventKind#ADJUST}. */
    MAGNITUDE,
    /** A negative amount takes the effect of its kind back. */
    SIGNED,
    /** The amount is the change of the card's balance: redemptions are negative, loads positive. */
    BALANCE_CHANGE
  }

  /** What sets a card's cohort. */
  public enum CohortBy {
    FIRST_ACTIVATION,
    FIRST_EVENT
  }

  /** What the caller vouches for, which saves work; an audit checks it. */
  public enum Claim {
    /** No two rows have the same event id. */
    UNIQUE_EVENTS,
    /** No card has more than one activation. */
    ACTIVATED_ONCE
  }

  /**
   * How rows are read.
   *
   * @param zone the business time zone, in which instants get their business day
   * @param claims what the caller vouches for
   * @param unmapped what happens to a code without a kind
   * @param sign what the sign of an amount means
   * @param cohortBy what sets a card's cohort
   * @param classes the value class of each code of the value-class column
   */
  public record Rules(
      ZoneId zone,
      Set<Claim> claims,
      Unmapped unmapped,
      Sign sign,
      CohortBy cohortBy,
      Map<String, ValueClass> classes) {
    /** Keeps its own copies. */
    public Rules {
      claims = Set.copyOf(claims);
      classes = Map.copyOf(classes);
    }

    private static final Rules DEFAULT =
        new Rules(
            ZoneOffset.UTC,
            Set.of(),
            Unmapped.FAIL,
            Sign.MAGNITUDE,
            CohortBy.FIRST_ACTIVATION,
            Map.of());

    /** Whether the caller vouches for something. */
    public boolean claim(Claim claim) {
      return claims.contains(claim);
    }

    private Rules with(Claim claim) {
      Set<Claim> more = EnumSet.of(claim);
      more.addAll(claims);
      return new Rules(zone, more, unmapped, sign, cohortBy, classes);
    }
  }

  /** Checks that card, amount and a time are given, and that every column exists. */
  public CardLog {
    attributes = List.copyOf(attributes);
    roles = Collections.unmodifiableMap(new EnumMap<>(roles));
    CardLogShape.check(events, attributes, roles, kinds, rules);
  }

  /** Starts to read a relation as a card log. */
  public static Draft over(Relation events) {
    return new Draft(events, List.of(), Map.of());
  }

  /**
   * A card log of which the kinds are not yet known.
   *
   * @param events the relation of events
   * @param attributes relations joined to it
   * @param roles the roles given so far
   */
  public record Draft(Relation events, List<Attributes> attributes, Map<Role, Column<?>> roles) {

    /** The card: a token or hash, never the number on the card. */
    public Draft card(Column<String> column) {
      return with(Role.CARD, column);
    }

    /** The amount, a magnitude unless {@link CardLog#sign} says otherwise. */
    public Draft amount(Column<BigDecimal> column) {
      return with(Role.AMOUNT, column);
    }

    /** When it happened. */
    public Draft at(Column<Instant> column) {
      return with(Role.AT, column);
    }

    /** When it happened, as the clock of the business time zone shows it. */
    public Draft atLocal(Column<LocalDateTime> column) {
      return with(Role.AT, column);
    }

    /** The business day on which it happened; wins over {@link #at} where it is not null. */
    public Draft businessDay(Column<LocalDate> column) {
      return with(Role.DAY, column);
    }

    /**
     * The day of the card's first activation, or the first day of its cohort, stamped on each row
     * when the log was curated; null where it is unknown. It saves finding activations; segment
     * columns are then those of the row itself, and {@code cards} in a triangle counts activations.
     */
    public Draft cohort(Column<LocalDate> column) {
      return with(Role.COHORT, column);
    }

    /** How many events a row of an aggregate stands for, and how many cards it activated. */
    public Draft counts(Column<Long> eventCount, Column<Long> cardCount) {
      return with(Role.EVENTS, eventCount).with(Role.CARDS, cardCount);
    }

    /** Attributes of the card, card type or any other key, joined to each event. */
    public Draft attributes(Relation relation, On<?>... on) {
      List<Attributes> more = new ArrayList<>(attributes);
      more.add(new Attributes(relation, List.of(on)));
      return new Draft(events, more, roles);
    }

    private Draft with(Role role, Column<?> column) {
      return new Draft(events, attributes, CardLog.with(roles, role, column));
    }

    /** The card log whose kinds are told by a column of codes. */
    public CardLog kinds(Column<String> code, Map<String, EventKind> byCode) {
      return new CardLog(events, attributes, roles, new Kinds(code, byCode, null), Rules.DEFAULT);
    }

    /** The card log in which every row is of one kind. */
    public CardLog kind(EventKind all) {
      return new CardLog(events, attributes, roles, new Kinds(null, Map.of(), all), Rules.DEFAULT);
    }
  }

  private static Map<Role, Column<?>> with(
      Map<Role, Column<?>> roles, Role role, Column<?> column) {
    Map<Role, Column<?>> more = new EnumMap<>(Role.class);
    more.putAll(roles);
    more.put(role, column);
    return more;
  }

  private CardLog role(Role role, Column<?> column) {
    return new CardLog(events, attributes, with(roles, role, column), kinds, rules);
  }

  private CardLog rules(Rules changed) {
    return new CardLog(events, attributes, roles, kinds, changed);
  }

  /** The same with the id of an event, by which duplicates and corrections are found. */
  public CardLog eventId(Column<String> column) {
    return role(Role.EVENT_ID, column);
  }

  /** The same with the currency of an amount; without one there is one unnamed currency. */
  public CardLog currency(Column<String> column) {
    return role(Role.CURRENCY, column);
  }

  /** The same with the time at which the lake learned a row. */
  public CardLog knownAt(Column<Instant> column) {
    return role(Role.KNOWN_AT, column);
  }

  /** The same with the last day on which the card can be used. */
  public CardLog expiry(Column<LocalDate> column) {
    return role(Role.EXPIRY, column);
  }

  /** The same with the event id that a void or reversal refers to. */
  public CardLog reference(Column<String> column) {
    return role(Role.REFERENCE, column);
  }

  /**
   * The same with the other card of a transfer, by which cohort, age and segments travel with the
   * value: a card without an activation of its own, such as a replacement card, has those of the
   * card that its first transfer came from.
   *
   * <p>Either leg tells: a {@link EventKind#TRANSFER_IN} names the giving card, a {@link
   * EventKind#TRANSFER_OUT} the receiving one. The first transfer counts, by time and then by the
   * giving card's name. It is followed over at most {@value #HOPS} cards to one that was activated;
   * beyond, the cohort is unknown. A card with an activation of its own keeps its cohort, also for
   * value that it receives; an audit counts such transfers.
   */
  public CardLog counterCard(Column<String> column) {
    return role(Role.COUNTER_CARD, column);
  }

  /** The same with the class of the value; a null is {@link ValueClass#PAID}. */
  public CardLog valueClass(Column<String> column, Map<String, ValueClass> classes) {
    CardLog log = role(Role.VALUE_CLASS, column);
    Rules r = rules;
    return log.rules(new Rules(r.zone, r.claims, r.unmapped, r.sign, r.cohortBy, classes));
  }

  /** The same with the business time zone. */
  public CardLog zone(ZoneId zone) {
    Rules r = rules;
    return rules(new Rules(zone, r.claims, r.unmapped, r.sign, r.cohortBy, r.classes));
  }

  /** The same with the claim that event ids are unique; an audit checks it. */
  public CardLog uniqueEvents() {
    return rules(rules.with(Claim.UNIQUE_EVENTS));
  }

  /** The same with the claim that cards have at most one activation; an audit checks it. */
  public CardLog activatedOnce() {
    return rules(rules.with(Claim.ACTIVATED_ONCE));
  }

  /** The same with what happens to codes without a kind. */
  public CardLog unmapped(Unmapped unmapped) {
    Rules r = rules;
    return rules(new Rules(r.zone, r.claims, unmapped, r.sign, r.cohortBy, r.classes));
  }

  /** The same with what the sign of an amount means. */
  public CardLog sign(Sign sign) {
    Rules r = rules;
    return rules(new Rules(r.zone, r.claims, r.unmapped, sign, r.cohortBy, r.classes));
  }

  /** The same with what sets a card's cohort. */
  public CardLog cohortBy(CohortBy cohortBy) {
    Rules r = rules;
    return rules(new Rules(r.zone, r.claims, r.unmapped, r.sign, cohortBy, r.classes));
  }

  /**
   * Makes sure that the log tells the card of each row, which an aggregate does not.
   *
   * @throws InvalidQuestionException when it does not
   */
  public void requireCards(String purpose) {
    if (!roles.containsKey(Role.CARD)) {
      throw new InvalidQuestionException(
          "Cannot %s %s: its rows do not tell their cards. Ask the log that it was made from."
              .formatted(purpose, events.name()));
    }
  }

  /** The column that plays a role, if one does. */
  public Optional<Column<?>> role(Role role) {
    return Optional.ofNullable(roles.get(role));
  }

  /** The type of sums of amounts: the amount's scale, 38 digits. */
  public Type<BigDecimal> money() {
    int scale = role(Role.AMOUNT).orElseThrow().type().scale();
    return Type.decimal(Type.MAX_PRECISION, scale);
  }

  /**
   * Makes sure that a column is one of the events' or the attributes'.
   *
   * @throws InvalidQuestionException when it is not; the message lists what exists
   */
  public void require(Column<?> column, String purpose) {
    CardLogShape.joined(events, attributes).require(column, purpose);
  }
}
