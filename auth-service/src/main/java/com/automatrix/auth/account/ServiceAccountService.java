package com.automatrix.auth.account;

import com.automatrix.auth.account.Account.Kind;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.time.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of other systems: they sign in as people do, with a secret that nobody chooses. */
@Service
class ServiceAccountService {

    private static final String SUBJECT = "service-account";
    private static final String DOMAIN = "@services.automatrix.local";

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final InstantSource clock;
    private final Ids ids;

    ServiceAccountService(
            AccountRepository accounts,
            Passwords passwords,
            Sessions sessions,
            Audit audit,
            InstantSource clock,
            Ids ids) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    @Transactional(readOnly = true)
    List<Account> list() {
        return accounts.services();
    }

    /** Throws {@link Conflict} with {@code service-account.name-taken}. */
    @Transactional
    Account add(AddServiceAccountRequest request, String secret) {
        var account = new Account(
                ids.next(),
                Kind.SERVICE,
                request.name() + DOMAIN,
                request.name(),
                passwords.hash(secret),
                request.roles(),
                Set.of(),
                true,
                false,
                clock.instant(),
                null);
        if (!accounts.insert(account)) {
            throw new Conflict(
                    "service-account.name-taken",
                    "Expected a new name, but there is a service account \"%s\" already.".formatted(request.name()));
        }
        audit.record(
                "service-account.added", SUBJECT, account.id().toString(), null, ServiceAccountResponse.of(account));
        return account;
    }

    /** Gives the account a new secret; the old one, and every session that began with it, ends. */
    @Transactional
    Account rotate(UUID id, String secret) {
        var account = accounts.lock(id)
                .filter(found -> found.kind() == Kind.SERVICE)
                .orElseThrow(() -> new NotFound(
                        "service-account.not-found",
                        "Expected a service account %s, but there is none.".formatted(id)));
        accounts.updatePassword(id, passwords.hash(secret));
        sessions.revokeAll(id);
        audit.record("service-account.rotated", SUBJECT, id.toString(), null, null);
        return account;
    }
}
