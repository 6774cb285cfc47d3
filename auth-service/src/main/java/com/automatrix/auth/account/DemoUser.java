package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import java.util.List;
import java.util.Set;

/** A named user of the demo: one for each role, in the groups that the templates give tasks to. */
record DemoUser(String email, String name, Role role, Set<String> groups) {

    static final List<DemoUser> ALL = List.of(
            new DemoUser("admin@demo.automatrix.local", "Alex Admin", Role.ADMIN, Set.of("GENERAL_MANAGER", "MANAGER")),
            new DemoUser("builder@demo.automatrix.local", "Dana Builder", Role.BUILDER, Set.of("MARKETING")),
            new DemoUser(
                    "operator@demo.automatrix.local",
                    "Omar Operator",
                    Role.OPERATOR,
                    Set.of("SALES", "BDC", "RECEPTION", "SERVICE", "SERVICE_ADVISOR", "PARTS")),
            new DemoUser(
                    "approver@demo.automatrix.local",
                    "April Approver",
                    Role.APPROVER,
                    Set.of(
                            "SALES_MANAGER",
                            "SERVICE_MANAGER",
                            "PARTS_MANAGER",
                            "FINANCE",
                            "FINANCE_OFFICE",
                            "COMPLIANCE")),
            new DemoUser("viewer@demo.automatrix.local", "Vera Viewer", Role.VIEWER, Set.of()));
}
