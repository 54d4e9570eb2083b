package org.athena.examples.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.athena.breakage.Role;
import org.athena.model.Column;
import org.athena.model.Type;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which column plays which role. */
final class RoleOptions {

  private static final int DIGITS = 18;
  private static final int MOST_DECIMALS = 12;

  @Option(
      names = "--card",
      paramLabel = "COL",
      description = "The card: a token, not its number. Needed.")
  @Nullable String card;

  @Option(names = "--amount", paramLabel = "COL", description = "The amount. Needed.")
  @Nullable String amount;

  @Option(
      names = "--at",
      paramLabel = "COL",
      description = "When it happened. Needed, unless --business-day is given.")
  @Nullable String at;

  @Option(
      names = "--business-day",
      paramLabel = "COL",
      description = "The business day; wins over --at where it is not empty.")
  @Nullable String businessDay;

  @Option(
      names = "--id",
      paramLabel = "COL",
      description = "The id of an event; by it duplicates and corrections are found.")
  @Nullable String id;

  @Option(names = "--currency", paramLabel = "COL", description = "The currency of the amount.")
  @Nullable String currency;

  @Option(
      names = "--expiry",
      paramLabel = "COL",
      description = "The last day on which the card can be used.")
  @Nullable String expiry;

  @Option(names = "--known", paramLabel = "COL", description = "When a row became known.")
  @Nullable String known;

  @Option(
      names = "--reference",
      paramLabel = "COL",
      description = "The id of the event that a void or reversal takes back.")
  @Nullable String reference;

  @Option(
      names = "--counter-card",
      paramLabel = "COL",
      description =
          "The other card of a transfer: a card without an activation takes the cohort of the card"
              + " that its value came from.")
  @Nullable String counterCard;

  @Option(
      names = "--value-class",
      paramLabel = "COL",
      description =
          "How value came onto the card; triangles, rates and forecasts then take PAID value only.")
  @Nullable String valueClass;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "Decimals of amounts, default 2. A row with more is set aside, not rounded.")
  int scale = 2;

  /** The options that must be there and are not. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (card == null) {
      missing.add("--card COL");
    }
    if (amount == null) {
      missing.add("--amount COL");
    }
    if (at == null && businessDay == null) {
      missing.add("--at COL");
    }
    return missing;
  }

  Map<Role, Column<?>> columns(LogSources sources) {
    if (scale < 0 || scale > MOST_DECIMALS) {
      throw Mistake.in("--scale", "%d is not from 0 to %d.".formatted(scale, MOST_DECIMALS));
    }
    Map<Role, Column<?>> roles = new EnumMap<>(Role.class);
    put(roles, Role.CARD, sources, "--card", card, Type.STRING);
    put(roles, Role.AMOUNT, sources, "--amount", amount, Type.decimal(DIGITS, scale));
    put(roles, Role.AT, sources, "--at", at, Type.INSTANT);
    put(roles, Role.DAY, sources, "--business-day", businessDay, Type.DATE);
    put(roles, Role.EVENT_ID, sources, "--id", id, Type.STRING);
    put(roles, Role.CURRENCY, sources, "--currency", currency, Type.STRING);
    put(roles, Role.EXPIRY, sources, "--expiry", expiry, Type.DATE);
    put(roles, Role.KNOWN_AT, sources, "--known", known, Type.INSTANT);
    put(roles, Role.REFERENCE, sources, "--reference", reference, Type.STRING);
    put(roles, Role.COUNTER_CARD, sources, "--counter-card", counterCard, Type.STRING);
    put(roles, Role.VALUE_CLASS, sources, "--value-class", valueClass, Type.STRING);
    return roles;
  }

  private static void put(
      Map<Role, Column<?>> roles,
      Role role,
      LogSources sources,
      String option,
      @Nullable String name,
      Type<?> type) {
    if (name != null) {
      roles.put(role, sources.take(option, name, type));
    }
  }
}
