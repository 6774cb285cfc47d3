package com.automatrix.ai.prompt;

import com.automatrix.ai.prompt.PromptCaseStore.LoggedCall;
import com.automatrix.ai.prompt.PromptRequests.Cases;
import com.automatrix.ai.prompt.PromptRequests.FromCall;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.time.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the tests of prompts. Whoever changes one holds the prompt, so that names stay unique and limits hold. */
@Service
class PromptCaseService {

    /** As many as are asked while somebody waits for the answer. */
    private static final int MOST = 50;

    private static final int MOST_BYTES = 1024 * 1024;

    private final PromptCaseStore store;
    private final PromptService prompts;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;
    private final PromptText texts = new PromptText();
    private final SchemaCheck schemas = new SchemaCheck();

    PromptCaseService(PromptCaseStore store, PromptService prompts, Audit audit, Ids ids, InstantSource clock) {
        this.store = store;
        this.prompts = prompts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the audit log keeps of a test: not its content, which may be that of a customer's call. */
    record CaseAudit(UUID id, String name) {

        static CaseAudit of(StoredCase stored) {
            return new CaseAudit(stored.id(), stored.test().name());
        }
    }

    @Transactional(readOnly = true)
    Cases list(UUID prompt) {
        prompts.get(prompt);
        return new Cases(store.list(prompt), store.lastRun(prompt).orElse(null));
    }

    @Transactional
    StoredCase add(UUID prompt, PromptCase test, String author) {
        prompts.lock(prompt);
        check(prompt, test);
        return added(prompt, test, author);
    }

    /** Its variables are not checked: the prompt may have others by now, and the run says so. */
    @Transactional
    StoredCase addFromCall(UUID prompt, FromCall request, String author) {
        prompts.lock(prompt);
        LoggedCall call = store.call(request.callId())
                .orElseThrow(() -> new NotFound(
                        "ai.call-not-found", "Expected a call %s, but there is none.".formatted(request.callId())));
        if (!prompt.toString().equals(call.prompt())) {
            throw refused(
                    "prompt.foreign-call",
                    "Expected a call of prompt %s, but %s is none.".formatted(prompt, request.callId()));
        }
        PromptContent content = prompts.version(prompt, call.promptVersion()).content();
        String name = request.name() == null ? "As call %s went".formatted(request.callId()) : request.name();
        PromptCase test = CaseFromCall.of(name, call, content)
                .orElseThrow(() -> refused(
                        "prompt.unreadable-call",
                        "Expected call %s to show the values it was made with, but its instructions differ from the prompt's. Write the test by hand."
                                .formatted(request.callId())));
        return added(prompt, test, author);
    }

    @Transactional
    StoredCase replace(UUID prompt, UUID id, PromptCase test, String author) {
        prompts.lock(prompt);
        check(prompt, test);
        List<StoredCase> others = new ArrayList<>(store.list(prompt));
        StoredCase before = find(prompt, id, others);
        others.remove(before);
        requireRoom(test, others);
        StoredCase after = new StoredCase(id, test, before.createdAt(), now(), author);
        store.save(prompt, after);
        audit.record("prompt.case-changed", "prompt", prompt.toString(), CaseAudit.of(before), CaseAudit.of(after));
        return after;
    }

    @Transactional
    void remove(UUID prompt, UUID id) {
        prompts.lock(prompt);
        StoredCase before = find(prompt, id, store.list(prompt));
        store.remove(id);
        audit.record("prompt.case-removed", "prompt", prompt.toString(), CaseAudit.of(before), null);
    }

    @Transactional
    void keep(UUID prompt, PromptRun run) {
        prompts.lock(prompt);
        store.keep(prompt, run);
    }

    private StoredCase added(UUID prompt, PromptCase test, String author) {
        requireRoom(test, store.list(prompt));
        Instant now = now();
        StoredCase added = new StoredCase(ids.next(), test, now, now, author);
        store.save(prompt, added);
        audit.record("prompt.case-added", "prompt", prompt.toString(), null, CaseAudit.of(added));
        return added;
    }

    private void check(UUID prompt, PromptCase test) {
        texts.messages(prompts.version(prompt, null).content(), test.variables());
        if (test.expect().schema() == null) {
            return;
        }
        List<Violation> violations = schemas.schema(test.expect().schema()).stream()
                .map(found ->
                        new Violation("/expect/schema" + found.pointer(), "prompt." + found.code(), found.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "prompt.invalid-case", "Expected a test that can be run, but its schema is none.", violations);
        }
    }

    private static StoredCase find(UUID prompt, UUID id, List<StoredCase> all) {
        return all.stream()
                .filter(stored -> stored.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "prompt.case-not-found",
                        "Expected prompt %s to have a test %s, but it has none.".formatted(prompt, id)));
    }

    private static void requireRoom(PromptCase test, List<StoredCase> others) {
        if (others.stream().anyMatch(other -> other.test().name().equals(test.name()))) {
            throw new Conflict(
                    "prompt.case-name-taken",
                    "Expected each test of the prompt to have a name of its own, but another one is called \"%s\"."
                            .formatted(test.name()));
        }
        if (others.size() >= MOST) {
            throw new Conflict(
                    "prompt.too-many-cases",
                    "Expected a prompt to have at most %d tests, but there would be more.".formatted(MOST));
        }
        long bytes = size(test)
                + others.stream().mapToLong(other -> size(other.test())).sum();
        if (bytes > MOST_BYTES) {
            throw new TooLarge(
                    "prompt.cases-too-large",
                    "Expected the tests of a prompt to take at most %d bytes together, but they would take %d."
                            .formatted(MOST_BYTES, bytes));
        }
    }

    private static long size(PromptCase test) {
        return ContractJson.events().writeValueAsBytes(test).length;
    }

    private static Invalid refused(String code, String message) {
        return new Invalid(code, message, List.of(new Violation("/callId", code, message)));
    }

    /** The table keeps microseconds; an answer must not show more than will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
