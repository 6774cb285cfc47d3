package com.automatrix.auth.token;

import com.automatrix.auth.account.Account;
import com.automatrix.auth.account.AccountService;
import com.automatrix.auth.account.AttemptLimit;
import com.automatrix.auth.account.Passwords;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Unauthenticated;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks a password and opens a session. Hashing happens outside the transaction: it takes longer than everything else. */
@Component
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);
    private static final Audit.Actor NOBODY = new Audit.Actor(null, "nobody");

    private final AttemptLimit attempts;
    private final AccountService accounts;
    private final Passwords passwords;
    private final SessionService sessions;
    private final Audit audit;

    SignIn(AttemptLimit attempts, AccountService accounts, Passwords passwords, SessionService sessions, Audit audit) {
        this.attempts = attempts;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Throws {@link Unauthenticated} with {@code auth.bad-credentials}, whichever part was wrong. */
    SignedIn signIn(LoginRequest request, String address) {
        attempts.begin(request.email(), address);
        var account = accounts.findByEmail(request.email()).orElse(null);
        if (!passwords.matches(request.password(), account) || account == null || !account.isActive()) {
            log.info("sign-in refused address={}", address);
            // What was typed as an address may be a password: only an account that exists is named.
            audit.recordBy(
                    NOBODY,
                    "session.refused",
                    "user",
                    account == null ? "unknown" : account.id().toString(),
                    Map.of("address", address));
            throw refused();
        }
        attempts.succeeded(request.email(), address);
        var opened = sessions.open(account.id()).orElseThrow(SignIn::refused);
        accounts.signedIn(account.id());
        audit.recordBy(
                new Audit.Actor(account.id(), account.name()),
                "session.opened",
                "user",
                account.id().toString(),
                Map.of("address", address));
        log.info("signed in user={} session={}", account.id(), opened.sessionId());
        return new SignedIn(account, opened);
    }

    /** The account of a session that was renewed; empty if it may not sign in any more. */
    Optional<Account> active(Renewal.Renewed renewed) {
        return accounts.find(renewed.accountId()).filter(Account::isActive);
    }

    private static Unauthenticated refused() {
        return new Unauthenticated("auth.bad-credentials", "The e-mail address or the password is wrong.");
    }

    record SignedIn(Account account, SessionService.Opened session) {}
}
