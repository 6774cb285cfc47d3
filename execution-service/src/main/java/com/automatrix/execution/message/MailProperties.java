package com.automatrix.execution.message;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails are signed; where they go is {@code spring.mail.*}.
 *
 * @param from the address that they come from
 * @param replyTo where answers go; null is where they come from
 * @param domains further domains of the dealership, which a step may write from; that of {@code from} is always one
 */
@ConfigurationProperties("automatrix.mail")
record MailProperties(
        @DefaultValue("no-reply@localhost") String from,
        @Nullable String replyTo,
        @DefaultValue List<String> domains) {

    MailProperties {
        domains = List.copyOf(domains);
    }

    List<String> ownDomains() {
        return Stream.concat(Stream.of(domain(from)), domains.stream())
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    boolean isOwn(String address) {
        return ownDomains().contains(domain(address).toLowerCase(Locale.ROOT));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
