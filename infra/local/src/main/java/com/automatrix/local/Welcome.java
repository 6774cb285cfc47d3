package com.automatrix.local;

import java.nio.file.Files;

/** What a person reads when the system is up: where it is and how to sign in. */
final class Welcome {
    private Welcome() {}

    static String text(Settings settings) {
        return "Open " + settings.url() + "\n" + signIn(settings);
    }

    private static String signIn(Settings settings) {
        if (settings.demo()) {
            return "Sign in as admin@demo.automatrix.local (or builder@, operator@, approver@, viewer@) with the password "
                    + settings.demoPassword();
        }
        if (Files.exists(settings.firstAdministrator())) {
            return "Sign in as admin@automatrix.local with the one-time password in " + settings.firstAdministrator();
        }
        return "Sign in with your account.";
    }
}
