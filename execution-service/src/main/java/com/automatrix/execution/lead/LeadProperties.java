package com.automatrix.execution.lead;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How leads are taken in.
 *
 * @param dealerId the dealer of leads whose sender names none
 * @param country of the store: for phone numbers without a country code
 * @param zone of the store, for times without one, unless the dealership's settings name another
 * @param smtp the e-mail door
 */
@Validated
@ConfigurationProperties("automatrix.leads")
record LeadProperties(
        @NotBlank @DefaultValue("d-100") String dealerId,

        @NotNull @Pattern(regexp = "[A-Z]{2}") @DefaultValue("US")
        String country,

        @NotNull @DefaultValue("America/New_York") ZoneId zone,
        @Valid @DefaultValue Smtp smtp) {

    /**
     * A small server that takes e-mails with leads and nothing else; it relays none.
     *
     * @param enabled whether it listens at all
     * @param host the address that it listens on
     * @param port 0 for any that is free
     * @param maxConnections how many may be open at once
     * @param timeout how long a connection may be silent
     */
    record Smtp(
            @DefaultValue("false") boolean enabled,
            @NotBlank @DefaultValue("127.0.0.1") String host,
            @Min(0) @Max(65535) @DefaultValue("2525") int port,
            @Min(1) @DefaultValue("50") int maxConnections,
            @NotNull @DefaultValue("60s") Duration timeout) {}
}
