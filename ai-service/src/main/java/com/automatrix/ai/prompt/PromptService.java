package com.automatrix.ai.prompt;

import com.automatrix.ai.prompt.PromptRequests.Save;
import com.automatrix.ai.prompt.PromptStore.Prompt;
import com.automatrix.ai.prompt.PromptStore.Version;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.StaleVersion;
import com.automatrix.platform.time.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps prompts; every change is a new version. */
@Service
class PromptService {

    private final PromptStore store;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;
    private final PromptText texts = new PromptText();

    PromptService(PromptStore store, Audit audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Prompt create(Save request, String author) {
        texts.check(request.content());
        refuseTaken(request.name(), null);
        Instant now = clock.instant();
        Prompt prompt = new Prompt(
                ids.next(), request.name(), Objects.requireNonNullElse(request.description(), ""), 1, now, now, author);
        store.save(prompt);
        store.add(prompt.id(), new Version(1, request.content(), request.note(), now, author));
        audit.record("prompt.created", "prompt", prompt.id().toString(), null, request.content());
        return prompt;
    }

    @Transactional
    Prompt change(UUID id, Save request, String author) {
        texts.check(request.content());
        Prompt before = lock(id);
        if (request.basedOn() != null && request.basedOn() != before.version()) {
            throw new StaleVersion(
                    "prompt.stale",
                    "Expected version %d of the prompt to be the newest, but it is %d."
                            .formatted(request.basedOn(), before.version()),
                    before);
        }
        refuseTaken(request.name(), id);
        PromptContent old = version(id, before.version()).content();
        boolean changed = !old.equals(request.content());
        int version = changed ? before.version() + 1 : before.version();
        Instant now = clock.instant();
        Prompt prompt = new Prompt(
                id,
                request.name(),
                Objects.requireNonNullElse(request.description(), ""),
                version,
                before.createdAt(),
                now,
                author);
        store.save(prompt);
        if (changed) {
            store.add(id, new Version(version, request.content(), request.note(), now, author));
        }
        audit.record("prompt.changed", "prompt", id.toString(), old, request.content());
        return prompt;
    }

    /** The prompt, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Prompt lock(UUID id) {
        return store.lock(id).orElseThrow(() -> notFound(id));
    }

    @Transactional(readOnly = true)
    Prompt get(UUID id) {
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    /** That version; null: the newest. */
    @Transactional(readOnly = true)
    Version version(UUID id, @Nullable Integer version) {
        int wanted = version == null ? get(id).version() : version;
        return store.version(id, wanted)
                .orElseThrow(() -> new NotFound(
                        "prompt.version-not-found",
                        "Expected a version %d of prompt %s, but there is none.".formatted(wanted, id)));
    }

    /** What shall be tried: a draft of the prompt that can be used, else one of its versions; null: the newest. */
    @Transactional(readOnly = true)
    PromptSubject subject(UUID id, @Nullable Integer version, @Nullable PromptContent draft) {
        if (draft == null) {
            Version stored = version(id, version);
            return new PromptSubject(stored.version(), stored.content());
        }
        texts.check(draft);
        get(id);
        return new PromptSubject(null, draft);
    }

    private void refuseTaken(String name, @Nullable UUID except) {
        if (store.isTaken(name, except)) {
            throw new Conflict(
                    "prompt.name-taken",
                    "Expected a name of its own, but another prompt is called \"%s\".".formatted(name));
        }
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("prompt.not-found", "Expected a prompt %s, but there is none.".formatted(id));
    }
}
