package com.automatrix.auth.account;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes the own password. Hashing happens outside the transaction: it takes longer than everything else. */
@Component
class PasswordChange {

    private final AccountService accounts;
    private final Passwords passwords;
    private final AttemptLimit attempts;
    private final FirstStartFiles files;

    PasswordChange(AccountService accounts, Passwords passwords, AttemptLimit attempts, FirstStartFiles files) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.files = files;
    }

    void change(Account account, ChangePasswordRequest request, UUID sessionId, String address) {
        attempts.begin(account.email(), address);
        if (!passwords.matches(request.currentPassword(), account)) {
            throw wrongPassword();
        }
        attempts.succeeded(account.email(), address);
        PasswordPolicy.check(account, request.currentPassword(), request.newPassword());
        accounts.replacePassword(account.id(), passwords.hash(request.newPassword()), sessionId);
        files.forgetAdministrator(account);
    }

    private static Invalid wrongPassword() {
        var message = "The current password is not the one that was given.";
        return new Invalid(
                "password.wrong", message, List.of(new Violation("/currentPassword", "password.wrong", message)));
    }
}
