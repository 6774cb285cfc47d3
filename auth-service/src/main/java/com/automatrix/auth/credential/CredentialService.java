package com.automatrix.auth.credential;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps credentials, gives them to workers alone, and tells the other services which names there are. */
@Service
class CredentialService {

    private static final Logger log = LoggerFactory.getLogger(CredentialService.class);
    private static final String SUBJECT = "credential";
    private static final String SETTING = "credentials";

    /** What is no secret to the other services. */
    record Published(String name, CredentialType type) {}

    private final CredentialRepository credentials;
    private final CredentialSeal seal;
    private final Outbox outbox;
    private final Audit audit;

    CredentialService(CredentialRepository credentials, CredentialSeal seal, Outbox outbox, Audit audit) {
        this.credentials = credentials;
        this.seal = seal;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    Page<StoredCredential> list(Limit limit, @Nullable String cursor) {
        var after = Cursor.read(cursor, 1).map(place -> place.string(0)).orElse(null);
        var rows = credentials.listAfter(after, limit.rowsToRead());
        return Page.cut(rows, limit.value(), credential -> Cursor.of(credential.name()));
    }

    @Transactional(readOnly = true)
    StoredCredential get(String name) {
        return credentials.find(name).orElseThrow(() -> notFound(name));
    }

    /** Throws {@link Conflict} with {@code credential.name-taken}. */
    @Transactional
    StoredCredential add(AddCredentialRequest request, String author) {
        credentials.lockChanges();
        var added = seal.fresh(request, author);
        if (!credentials.insert(added)) {
            throw new Conflict(
                    "credential.name-taken",
                    "Expected a new name, but a credential \"%s\" already exists.".formatted(request.name()));
        }
        audit.record("credential.added", SUBJECT, added.name(), null, audited(added));
        publish();
        return added;
    }

    @Transactional
    StoredCredential change(String name, ChangeCredentialRequest request, String author) {
        credentials.lockChanges();
        var before = get(name);
        var after = seal.changed(before, request, author);
        credentials.update(after);
        audit.record("credential.changed", SUBJECT, name, audited(before), audited(after));
        publish();
        return after;
    }

    @Transactional
    void delete(String name) {
        credentials.lockChanges();
        var before = get(name);
        credentials.delete(before.id());
        audit.record("credential.deleted", SUBJECT, name, audited(before), null);
        publish();
    }

    /** The credential itself, for a service that is about to use it. */
    @Transactional
    Credential resolve(String name, String service) {
        var stored = get(name);
        var opened = seal.open(stored);
        credentials.used(stored.id(), service, seal.now());
        return opened;
    }

    /** Encrypts anew what is under an old key. What was done stays done when it is called again. */
    @Transactional
    RotationResponse rotate() {
        credentials.lockChanges();
        int reEncrypted = 0;
        List<String> unreadable = new ArrayList<>();
        for (var stored : credentials.all()) {
            if (seal.isUnreadable(stored)) {
                unreadable.add(stored.name());
            } else if (!seal.isCurrent(stored)) {
                var resealed = seal.resealed(stored);
                credentials.reseal(stored.id(), resealed.sealed(), resealed.keyId());
                reEncrypted++;
            }
        }
        var done = new RotationResponse(reEncrypted, unreadable);
        audit.record("credentials.rotated", SUBJECT, "all", null, done);
        log.info("credentials rotated reEncrypted={} unreadable={}", reEncrypted, unreadable.size());
        return done;
    }

    /** Tells the other services which credentials there are. */
    @Transactional
    void announce() {
        credentials.lockChanges();
        publish();
    }

    private void publish() {
        var names = credentials.all().stream()
                .map(credential -> new Published(credential.name(), credential.type()))
                .toList();
        outbox.append(
                Topics.SETTINGS_CHANGED, SETTING, MessageTypes.SETTINGS_CHANGED, new SettingsChanged(SETTING, names));
    }

    // Whether the secret has changed is told by the time of the change alone.
    private static Object audited(StoredCredential credential) {
        return Map.of(
                "name", credential.name(),
                "type", credential.type().name(),
                "description", credential.description(),
                "parts", credential.shown());
    }

    private static NotFound notFound(String name) {
        return new NotFound("credential.not-found", "Expected a credential \"%s\", but there is none.".formatted(name));
    }
}
