package com.automatrix.platform.security;

import com.automatrix.platform.problem.Unauthenticated;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is calling, as the access token says. A controller method takes it as an argument.
 *
 * @param roles as granted, without the roles they imply: ask {@link #has}
 * @param groups the departments and positions that the user belongs to, as the dealership has named them
 * @param sessionId the session that the token belongs to
 */
public record CurrentUser(UUID id, String email, String name, Set<Role> roles, Set<String> groups, String sessionId) {

    public CurrentUser {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    public CurrentUser(UUID id, String email, String name, Set<Role> roles, String sessionId) {
        this(id, email, name, roles, Set.of(), sessionId);
    }

    /**
     * The user of the request that this thread is serving.
     *
     * @throws Unauthenticated if there is none
     */
    public static CurrentUser current() {
        return find().orElseThrow(Unauthenticated::token);
    }

    /** The user of the request that this thread is serving; empty for a stranger or outside of a request. */
    public static Optional<CurrentUser> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Optional.of(of(token))
                : Optional.empty();
    }

    /** Whether one of the roles is, or implies, the given one. */
    public boolean has(Role role) {
        return roles.stream().anyMatch(granted -> granted.implies(role));
    }

    /** Every group that the user belongs to; each role that was granted counts as a group of its name. */
    public Set<String> memberships() {
        var names = new HashSet<>(groups);
        roles.forEach(role -> names.add(role.name()));
        return names;
    }

    /** Whether the user belongs to the group, or has the role, of that name. */
    public boolean isIn(String name) {
        return memberships().contains(name);
    }

    /** @throws IllegalArgumentException if a claim is missing or not of its form */
    static CurrentUser of(Jwt token) {
        return new CurrentUser(
                UUID.fromString(Objects.requireNonNullElse(token.getSubject(), "")),
                claim(token, "email"),
                claim(token, "name"),
                roles(token),
                Set.copyOf(Objects.requireNonNullElse(token.getClaimAsStringList("groups"), List.<String>of())),
                claim(token, "sid"));
    }

    private static String claim(Jwt token, String name) {
        return Objects.requireNonNullElse(token.getClaimAsString(name), "");
    }

    // A role that this version does not know grants nothing.
    private static Set<Role> roles(Jwt token) {
        var names = Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.<String>of());
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (names.contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
