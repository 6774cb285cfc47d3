package com.automatrix.auth.account;

import com.automatrix.auth.account.Account.Kind;
import com.automatrix.platform.security.Role;
import com.automatrix.platform.time.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the accounts that cannot be invited, because there is nobody yet who could invite. */
@Service
class FirstAccountService {

    static final String ADMINISTRATOR = "admin@automatrix.local";
    static final String SCRIPT = "script@automatrix.local";

    private static final Logger log = LoggerFactory.getLogger(FirstAccountService.class);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final FirstStartFiles files;
    private final InstantSource clock;
    private final Ids ids;

    FirstAccountService(
            AccountRepository accounts,
            Passwords passwords,
            Sessions sessions,
            FirstStartFiles files,
            InstantSource clock,
            Ids ids) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.files = files;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes the first administrator, unless there already is a person; gives its credential only this once. */
    @Transactional
    Optional<Credential> createAdministrator(boolean mustChangePassword) {
        accounts.lockFirstStart();
        if (accounts.hasPersons()) {
            return Optional.empty();
        }
        var credential = new Credential(ADMINISTRATOR, passwords.random());
        accounts.insert(
                account(Kind.PERSON, credential, "First administrator", Set.of(Role.ADMIN), mustChangePassword));
        // Before the commit: an account whose password nobody can know is worse than none.
        files.writeAdministrator(credential);
        log.info("first administrator created");
        return Optional.of(credential);
    }

    /** Gives the command line its credential, and a new one if the file with it is gone. */
    @Transactional
    void createScriptCredential() {
        accounts.lockFirstStart();
        if (!files.lacksScriptCredential()) {
            return;
        }
        var credential = new Credential(SCRIPT, passwords.random());
        var known = accounts.findByEmail(SCRIPT);
        if (known.isPresent()) {
            accounts.updatePassword(known.get().id(), passwords.hash(credential.password()));
            sessions.revokeAll(known.get().id());
        } else {
            accounts.insert(
                    account(Kind.SCRIPT, credential, "Local command line (./automatrix)", Set.of(Role.ADMIN), false));
        }
        files.writeScript(credential);
        log.info("credential of the local command line written");
    }

    /** Makes the named users that are missing, and says which. */
    @Transactional
    List<DemoUser> createMissing(List<DemoUser> users, String password) {
        accounts.lockFirstStart();
        var created = new ArrayList<DemoUser>();
        for (var user : users) {
            if (accounts.findByEmail(user.email()).isEmpty()) {
                var credential = new Credential(user.email(), password);
                accounts.insert(account(Kind.PERSON, credential, user.name(), Set.of(user.role()), false)
                        .in(user.groups()));
                created.add(user);
            }
        }
        return created;
    }

    private Account account(
            Kind kind, Credential credential, String name, Set<Role> roles, boolean mustChangePassword) {
        return new Account(
                ids.next(),
                kind,
                credential.email(),
                name,
                passwords.hash(credential.password()),
                roles,
                Set.of(),
                true,
                mustChangePassword,
                clock.instant(),
                null);
    }
}
