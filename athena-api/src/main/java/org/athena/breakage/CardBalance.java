package org.athena.breakage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one card holds in one currency: balance = issued - redeemed - exited.
 *
 * @param card the card
 * @param currency the currency, or null where unnamed
 * @param valueClass the class of the value; null where the log does not tell
 * @param cohort the day of the card's first activation; null for an orphan
 * @param lastEvent the business day of its last event
 * @param issued loads net of voids
 * @param redeemed redemptions net of refunds and reversals
 * @param exited value that left otherwise
 * @param balance what is left; below zero for an overdrawn card
 */
public record CardBalance(
    String card,
    @Nullable String currency,
    @Nullable ValueClass valueClass,
    @Nullable LocalDate cohort,
    LocalDate lastEvent,
    BigDecimal issued,
    BigDecimal redeemed,
    BigDecimal exited,
    BigDecimal balance) {}
