package com.automatrix.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void each_role_implies_exactly_these() {
        var implied = Arrays.stream(Role.values())
                .collect(Collectors.toMap(
                        role -> role,
                        role -> Arrays.stream(Role.values())
                                .filter(role::implies)
                                .collect(Collectors.toSet())));

        assertThat(implied)
                .isEqualTo(Map.of(
                        Role.ADMIN, Set.of(Role.values()),
                        Role.BUILDER, Set.of(Role.BUILDER, Role.OPERATOR, Role.VIEWER),
                        Role.OPERATOR, Set.of(Role.OPERATOR, Role.VIEWER),
                        Role.APPROVER, Set.of(Role.APPROVER, Role.VIEWER),
                        Role.VIEWER, Set.of(Role.VIEWER)));
    }

    @Test
    void a_user_has_what_one_of_the_roles_implies() {
        var user = new CurrentUser(UUID.randomUUID(), "a@b.test", "A", Set.of(Role.OPERATOR), "s");

        assertThat(user.has(Role.VIEWER)).isTrue();
        assertThat(user.has(Role.APPROVER)).isFalse();
    }

    @Test
    void a_user_belongs_to_groups_and_to_one_for_each_role() {
        var user = new CurrentUser(UUID.randomUUID(), "a@b.test", "A", Set.of(Role.APPROVER), Set.of("SALES"), "s");

        assertThat(user.memberships()).containsExactlyInAnyOrder("SALES", "APPROVER");
        assertThat(user.isIn("SALES")).isTrue();
        assertThat(user.isIn("SERVICE")).isFalse();
    }
}
