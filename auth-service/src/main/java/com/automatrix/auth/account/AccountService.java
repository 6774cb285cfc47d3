package com.automatrix.auth.account;

import com.automatrix.auth.account.Account.Kind;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.time.Ids;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has an account, and what may change about it. */
@Service
public class AccountService {

    private static final String SUBJECT = "user";

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final InstantSource clock;
    private final Ids ids;

    AccountService(
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
    public Optional<Account> find(UUID id) {
        return accounts.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Account> findByEmail(String email) {
        return accounts.findByEmail(normal(email));
    }

    /** Notes that somebody just signed in. */
    @Transactional
    public void signedIn(UUID id) {
        accounts.signedIn(id, clock.instant());
    }

    @Transactional(readOnly = true)
    Page<Account> list(Limit limit, @Nullable String cursor) {
        var after = Cursor.read(cursor, 1).map(place -> place.uuid(0)).orElse(null);
        var rows = accounts.listAfter(after, limit.rowsToRead());
        return Page.cut(rows, limit.value(), account -> Cursor.of(account.id()));
    }

    @Transactional(readOnly = true)
    Account get(UUID id) {
        return accounts.find(id).orElseThrow(() -> notFound(id));
    }

    /** Throws {@link Conflict} with {@code user.email-taken}. */
    @Transactional
    Account invite(InviteUserRequest request, String temporaryPassword) {
        var account = new Account(
                ids.next(),
                Kind.PERSON,
                normal(request.email()),
                request.name().strip(),
                passwords.hash(temporaryPassword),
                request.roles(),
                Objects.requireNonNullElse(request.groups(), Set.<String>of()),
                true,
                true,
                clock.instant(),
                null);
        if (!accounts.insert(account)) {
            throw new Conflict(
                    "user.email-taken", "Expected a new e-mail address, but a user with this one already exists.");
        }
        audit.record("user.invited", SUBJECT, account.id().toString(), null, UserResponse.of(account));
        return account;
    }

    /**
     * Changes name, roles, groups or activity. Who loses a role or a group or is deactivated is signed out everywhere.
     *
     * @throws Conflict with {@code user.last-administrator}
     */
    @Transactional
    Account change(UUID id, ChangeUserRequest request) {
        // In this order for everyone, so that two administrators cannot lock each other's row.
        var administrators = accounts.lockActiveAdministrators();
        var before = accounts.lock(id).orElseThrow(() -> notFound(id));
        var after = request.applyTo(before);
        if (before.isActiveAdministrator() && !after.isActiveAdministrator() && administrators.size() == 1) {
            throw new Conflict(
                    "user.last-administrator",
                    "Expected another active administrator to remain, but user %s is the last one.".formatted(id));
        }
        accounts.update(after);
        if (!after.isActive()
                || !after.roles().equals(before.roles())
                || !after.groups().containsAll(before.groups())) {
            sessions.revokeAll(id);
        }
        audit.record("user.changed", SUBJECT, id.toString(), UserResponse.of(before), UserResponse.of(after));
        return after;
    }

    /** Sets a password that was already checked and hashed; every other session of the account ends. */
    @Transactional
    void replacePassword(UUID id, String hash, UUID keptSessionId) {
        accounts.updatePassword(id, hash);
        sessions.revokeOthers(id, keptSessionId);
        audit.record("user.password-changed", SUBJECT, id.toString(), null, null);
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("user.not-found", "Expected a user %s, but there is none.".formatted(id));
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
