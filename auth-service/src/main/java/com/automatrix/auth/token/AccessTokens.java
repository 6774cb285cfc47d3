package com.automatrix.auth.token;

import com.automatrix.auth.account.Account;
import com.automatrix.auth.key.SigningKeys;
import com.automatrix.platform.security.Role;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs access tokens: JWTs that say who somebody is and may do, for a few minutes. */
@Component
class AccessTokens {

    private static final String AUTOMATRIX = "automatrix";

    private final SigningKeys keys;
    private final TokenProperties properties;
    private final InstantSource clock;

    AccessTokens(SigningKeys keys, TokenProperties properties, InstantSource clock) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    String issue(Account account, UUID sessionId) {
        return keys.sign(claims(account, sessionId));
    }

    long lifetimeSeconds() {
        return properties.accessLifetime().toSeconds();
    }

    // Nimbus takes java.util.Date and nothing newer.
    @SuppressWarnings("JavaUtilDate")
    private JWTClaimsSet claims(Account account, UUID sessionId) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(AUTOMATRIX)
                .audience(AUTOMATRIX)
                .subject(account.id().toString())
                .claim("email", account.email())
                .claim("name", account.name())
                .claim("roles", rolesOf(account))
                .claim("groups", groupsOf(account))
                .claim("sid", sessionId.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(properties.accessLifetime())))
                .build();
    }

    /** Who still has a temporary password may do nothing but change it. */
    private static List<String> rolesOf(Account account) {
        return account.mustChangePassword()
                ? List.of()
                : account.roles().stream().sorted().map(Role::name).toList();
    }

    private static List<String> groupsOf(Account account) {
        return account.mustChangePassword()
                ? List.of()
                : account.groups().stream().sorted().toList();
    }
}
