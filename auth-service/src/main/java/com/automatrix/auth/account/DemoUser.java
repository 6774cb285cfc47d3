package com.automatrix.auth.account;

import com.automatrix.platform.security.Role;
import java.util.List;

/** A named user of the demo: one for each role. */
record DemoUser(String email, String name, Role role) {

    static final List<DemoUser> ALL = List.of(
            new DemoUser("admin@demo.automatrix.local", "Alex Admin", Role.ADMIN),
            new DemoUser("builder@demo.automatrix.local", "Dana Builder", Role.BUILDER),
            new DemoUser("operator@demo.automatrix.local", "Omar Operator", Role.OPERATOR),
            new DemoUser("approver@demo.automatrix.local", "April Approver", Role.APPROVER),
            new DemoUser("viewer@demo.automatrix.local", "Vera Viewer", Role.VIEWER));
}
