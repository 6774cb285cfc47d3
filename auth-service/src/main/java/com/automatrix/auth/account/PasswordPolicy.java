package com.automatrix.auth.account;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.Locale;

/** What a password that a person chooses has to be: long and not the obvious, of any characters (NIST SP 800-63B). */
final class PasswordPolicy {

    static final int MINIMUM = 12;
    static final int MAXIMUM = 200;

    private PasswordPolicy() {}

    static void check(Account account, String currentPassword, String newPassword) {
        if (newPassword.codePointCount(0, newPassword.length()) < MINIMUM) {
            throw refused("password.too-short", "The new password needs at least %d characters.".formatted(MINIMUM));
        }
        if (newPassword.equals(currentPassword)) {
            throw refused("password.unchanged", "The new password is the same as the current one.");
        }
        if (newPassword.toLowerCase(Locale.ROOT).contains(mailbox(account))
                || newPassword.chars().distinct().count() < 4) {
            throw refused("password.too-simple", "The new password is too easy to guess.");
        }
    }

    private static String mailbox(Account account) {
        return account.email().substring(0, account.email().indexOf('@'));
    }

    private static Invalid refused(String code, String message) {
        return new Invalid(code, message, List.of(new Violation("/newPassword", code, message)));
    }
}
