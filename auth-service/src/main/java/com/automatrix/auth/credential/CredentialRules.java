package com.automatrix.auth.credential;

import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parts of a credential have to be, so that it can be sent and, where it comes back, be recognised. */
final class CredentialRules {

    private static final int LONGEST = 8_000;
    // Shorter ones could not be taken out of answers without making them unreadable.
    private static final int SHORTEST_SECRET = 4;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "idempotency-key");

    private final List<Violation> violations = new ArrayList<>();

    private CredentialRules() {}

    /** @throws Invalid with a violation for each part that is wrong, none of which repeats it */
    static void check(Credential credential) {
        var rules = new CredentialRules();
        rules.examine(credential);
        if (!rules.violations.isEmpty()) {
            throw new Invalid(
                    "credential.invalid",
                    "Expected a credential with all its parts, but some are not.",
                    rules.violations);
        }
    }

    private void examine(Credential credential) {
        switch (credential) {
            case Credential.Basic basic -> {
                text("username", basic.username());
                secret("password", basic.password());
                if (basic.username() != null && basic.username().contains(":")) {
                    report("username", "Expected a user name without a colon.");
                }
            }
            case Credential.Bearer bearer -> secret("token", bearer.token());
            case Credential.ApiKey key -> {
                header(key.header());
                secret("value", key.value());
            }
            case Credential.OAuth2Client client -> {
                address(client.tokenUrl());
                text("clientId", client.clientId());
                secret("clientSecret", client.clientSecret());
                if (client.scope() != null) {
                    text("scope", client.scope());
                }
            }
            case Credential.SigningSecret signing -> secret("value", signing.value());
        }
    }

    private void secret(String part, @Nullable String value) {
        if (text(part, value) && value != null && value.length() < SHORTEST_SECRET) {
            report(part, "Expected at least %d characters.".formatted(SHORTEST_SECRET));
        }
    }

    private boolean text(String part, @Nullable String value) {
        if (value == null || value.isBlank()) {
            report(part, "Expected a value.");
            return false;
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            report(part, "Expected at most %d characters in one line.".formatted(LONGEST));
            return false;
        }
        return true;
    }

    private void header(@Nullable String name) {
        if (name == null || !HEADER.matcher(name).matches() || RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            report("header", "Expected the name of a header that is free, such as X-Api-Key.");
        }
    }

    private void address(@Nullable String url) {
        if (url == null || !isAddress(url)) {
            report("tokenUrl", "Expected an address that begins with https:// or http://, without a user name.");
        }
    }

    private static boolean isAddress(String url) {
        try {
            var uri = new URI(url);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private void report(String part, String message) {
        violations.add(new Violation("/value/" + part, "credential.bad-part", message));
    }
}
