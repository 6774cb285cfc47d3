package com.automatrix.execution.message;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.StaleVersion;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.security.CurrentUser;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the stored texts; what each was before is in the audit log. */
@Service
class MessageTemplateService {

    private static final String SUBJECT = "message-template";
    private static final String BAD = "message-template.invalid";

    private final MessageTemplateStore store;
    private final Audit audit;
    private final InstantSource clock;

    MessageTemplateService(MessageTemplateStore store, Audit audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    MessageTemplate add(MessageTemplateRequest request, CurrentUser user) {
        check(request);
        String name = request.name();
        if (name == null) {
            String message = "Expected a name, but there is none.";
            throw new Invalid(BAD, message, List.of(new Violation("/name", BAD, message)));
        }
        if (!store.insert(name, request, user.id().toString(), clock.instant())) {
            throw new Conflict(
                    "message-template.name-taken",
                    "Expected a name that is free, but there is a message template \"%s\".".formatted(name));
        }
        MessageTemplate added = find(name);
        audit.record("message-template.added", SUBJECT, name, null, added);
        return added;
    }

    @Transactional
    MessageTemplate change(String name, MessageTemplateRequest request, CurrentUser user) {
        check(request);
        MessageTemplate before = store.lock(name).orElseThrow(() -> none(name));
        if (request.version() != null && request.version() != before.version()) {
            throw new StaleVersion(
                    "message-template.changed-meanwhile",
                    "Expected version %d of message template \"%s\", but it is at version %d by now."
                            .formatted(request.version(), name, before.version()),
                    before);
        }
        store.update(name, request, user.id().toString(), clock.instant());
        MessageTemplate after = find(name);
        audit.record("message-template.changed", SUBJECT, name, before, after);
        return after;
    }

    @Transactional
    void delete(String name) {
        MessageTemplate before = store.lock(name).orElseThrow(() -> none(name));
        store.delete(name);
        audit.record("message-template.deleted", SUBJECT, name, before, null);
    }

    MessageTemplate find(String name) {
        return store.find(name).orElseThrow(() -> none(name));
    }

    private static NotFound none(String name) {
        return new NotFound(
                "message-template.not-found", "Expected a message template \"%s\", but there is none.".formatted(name));
    }

    private static void check(MessageTemplateRequest request) {
        List<Violation> violations = new ArrayList<>();
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        parts.put("/subject", request.subject());
        parts.put("/text", request.text());
        parts.put("/html", request.html());
        parts.forEach((pointer, text) -> {
            String mistaken = text == null ? null : Placeholders.mistaken(text);
            if (mistaken != null) {
                violations.add(new Violation(
                        pointer,
                        "message-template.bad-placeholder",
                        "Expected the name of a value between {{ and }}, such as {{ firstName }}, but got \"%s\"."
                                .formatted(mistaken)));
            }
        });
        if (!violations.isEmpty()) {
            throw new Invalid(BAD, "Expected a text whose values can be filled in, but it is not.", violations);
        }
    }
}
