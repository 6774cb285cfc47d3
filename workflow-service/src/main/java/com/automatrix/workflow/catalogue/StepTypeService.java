package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.NotFound;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the step types of other systems and tells the other services of every change. */
@Service
class StepTypeService {

    private static final Logger log = LoggerFactory.getLogger(StepTypeService.class);
    private static final String SUBJECT = "step-type";

    private final StepTypeStore store;
    private final RegistrationRules rules = new RegistrationRules();
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    StepTypeService(StepTypeStore store, Outbox outbox, Audit audit, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers the type, or replaces it; a worker may say the same at each of its starts. Whether it is new. */
    @Transactional
    boolean register(StepType type, String author) {
        rules.check(type);
        Optional<StepType> before = store.find(type.type());
        if (before.isPresent() && before.get().equals(type)) {
            return false;
        }
        store.put(type, author, clock.instant());
        outbox.append(Topics.STEP_TYPES, type.type(), MessageTypes.STEP_TYPE_REGISTERED, type);
        audit.record("step-type.registered", SUBJECT, type.type(), before.orElse(null), type);
        log.info("step type registered type={} worker={}", type.type(), type.worker());
        return before.isEmpty();
    }

    /** Removes the type from the catalogue; what runs already may go on with it. */
    @Transactional
    void remove(String type) {
        StepType before = store.find(type)
                .orElseThrow(() -> new NotFound(
                        "step-type.not-found",
                        "Expected a registered step type \"%s\", but there is none.".formatted(type)));
        List<String> users = store.publishedWorkflowsWith(type);
        if (!users.isEmpty()) {
            throw new Conflict(
                    "step-type.in-use",
                    "Expected a step type that no published workflow uses, but \"%s\" is used by: %s."
                            .formatted(type, String.join(", ", users)));
        }
        store.remove(type);
        outbox.appendTombstone(Topics.STEP_TYPES, type);
        audit.record("step-type.removed", SUBJECT, type, before, null);
        log.info("step type removed type={}", type);
    }
}
