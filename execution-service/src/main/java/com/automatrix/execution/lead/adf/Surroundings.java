package com.automatrix.execution.lead.adf;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a document does not say.
 *
 * @param country of the store, ISO 3166-1 alpha-2: for phone numbers without a country code and prices without a currency
 * @param zone of the store: for times without one
 * @param receivedAt when the document came
 */
public record Surroundings(String country, ZoneId zone, Instant receivedAt) {}
