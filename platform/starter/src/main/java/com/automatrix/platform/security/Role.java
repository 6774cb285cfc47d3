package com.automatrix.platform.security;

import java.util.EnumSet;
import java.util.Set;

/** What a person may do. A role implies others: ADMIN all, BUILDER also OPERATOR, OPERATOR and APPROVER also VIEWER. */
public enum Role {
    ADMIN,
    BUILDER,
    OPERATOR,
    APPROVER,
    VIEWER;

    /** The name of the authority in Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** Whether a person with this role may do what the other role may do. */
    public boolean implies(Role other) {
        return this == other || implied().stream().anyMatch(role -> role.implies(other));
    }

    /** The roles that this one directly implies. */
    Set<Role> implied() {
        return switch (this) {
            case ADMIN -> EnumSet.of(BUILDER, APPROVER);
            case BUILDER -> EnumSet.of(OPERATOR);
            case OPERATOR, APPROVER -> EnumSet.of(VIEWER);
            case VIEWER -> EnumSet.noneOf(Role.class);
        };
    }
}
