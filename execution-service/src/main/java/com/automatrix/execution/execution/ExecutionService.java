package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.execution.CommandIntake.Entry;
import com.automatrix.execution.execution.IdempotencyKeys.Claim;
import com.automatrix.execution.history.ExecutionQueries;
import com.automatrix.execution.history.ExecutionResponse;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accepts starts and cancellations of executions: what it has answered is durable. */
@Service
class ExecutionService {

    private static final String INPUT_POINTER = "/input";

    private final ExecutionProperties properties;
    private final PublishedWorkflows workflows;
    private final SchemaCheck schemas;
    private final CommandIntake intake;
    private final ExecutionQueries queries;
    private final CloudEventRecords events;
    private final Ids ids;
    private final InstantSource clock;

    ExecutionService(
            ExecutionProperties properties,
            PublishedWorkflows workflows,
            SchemaCheck schemas,
            CommandIntake intake,
            ExecutionQueries queries,
            CloudEventRecords events,
            Ids ids,
            InstantSource clock) {
        this.properties = properties;
        this.workflows = workflows;
        this.schemas = schemas;
        this.intake = intake;
        this.queries = queries;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A start as it was asked for. */
    record Asked(
            WorkflowId workflowId,
            StartExecutionRequest request,
            @Nullable String idempotencyKey,
            CurrentUser user) {}

    ExecutionId newId() {
        return new ExecutionId(ids.next());
    }

    /**
     * Starts an execution.
     *
     * @param id for the new execution
     * @return this id, or that of the execution which an earlier request with the same idempotency key has started
     */
    ExecutionId start(ExecutionId id, Asked asked) throws InterruptedException {
        Object input = CleanText.clean(asked.request.input());
        String json = JsonText.write(input);
        refuseTooLarge(json);
        PublishedVersion version = version(asked.workflowId, asked.request.version());
        refuseViolations(version, input);

        StartExecution command = new StartExecution(
                ids.next(),
                id,
                asked.workflowId,
                version.version(),
                input,
                TriggerRef.api(),
                Correlation.current(),
                asked.user.id().toString(),
                null);
        ExecutionRow row = new ExecutionRow(
                id.value(),
                asked.workflowId.value(),
                version.version(),
                version.name(),
                command.trigger(),
                command.correlationId(),
                command.startedBy(),
                json,
                clock.instant());
        Claim claim = claim(id, asked, json);
        Claim valid = intake.submit(Entry.start(message(command), row, claim));
        if (claim == null || valid == null) {
            return id;
        }
        if (!valid.requestHash().equals(claim.requestHash())) {
            throw new Conflict(
                    "execution.idempotency-key-reused",
                    "Expected the request that first came with this Idempotency-Key, but it is another one.");
        }
        return valid.executionId();
    }

    void cancel(ExecutionId id, @Nullable String reason, CurrentUser user) {
        ExecutionResponse execution = queries.find(id)
                .orElseThrow(() -> new NotFound(
                        "execution.not-found", "Expected an execution %s, but there is none.".formatted(id)))
                .execution();
        if (execution.hasEnded()) {
            throw new Conflict(
                    "execution.already-finished",
                    "Expected execution %s to be running, but it is %s since %s."
                            .formatted(id, execution.status(), execution.finishedAt()));
        }
        String clean = reason == null ? null : CleanText.clean(reason);
        intake.submit(Entry.command(
                message(new CancelExecution(ids.next(), id, clean, user.id().toString()))));
    }

    private PublishedVersion version(WorkflowId workflowId, @Nullable Integer version) throws InterruptedException {
        return workflows
                .await(workflowId, version, properties.versionWait())
                .orElseThrow(() -> new NotFound(
                        "workflow.not-published",
                        version == null
                                ? "Expected workflow %s to be published, but it is not.".formatted(workflowId)
                                : "Expected version %d of workflow %s to be published, but it is not."
                                        .formatted(version, workflowId)));
    }

    private void refuseTooLarge(@Nullable String json) {
        long limit = properties.maxInput().toBytes();
        // A character is at least a byte: most inputs need not be encoded to be measured.
        if (json != null && (json.length() > limit || json.getBytes(StandardCharsets.UTF_8).length > limit)) {
            throw new TooLarge(
                    "execution.input-too-large",
                    "Expected an input of at most %d bytes, but it is larger.".formatted(limit));
        }
    }

    private void refuseViolations(PublishedVersion version, @Nullable Object input) {
        Map<String, Object> schema = version.definition().input();
        if (schema == null) {
            return;
        }
        List<Violation> violations = schemas.value(schema, input).stream()
                .map(found -> found.under(INPUT_POINTER))
                .map(found -> new Violation(found.pointer(), "input." + found.code(), found.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "execution.invalid-input",
                    "Expected an input that fits the workflow's input schema, but it does not.",
                    violations);
        }
    }

    private static @Nullable Claim claim(ExecutionId id, Asked asked, @Nullable String json) {
        String key = asked.idempotencyKey;
        if (key == null) {
            return null;
        }
        String request = asked.request.version() + " " + json;
        return new Claim(new IdempotencyKeys.Key(asked.workflowId.value(), key), hash(request), id);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private OutgoingRecord message(ExecutionCommand command) {
        return OutgoingRecord.of(events.record(
                Topics.EXECUTION_COMMANDS, command.aggregateKey(), MessageTypes.EXECUTION_COMMAND, command));
    }
}
