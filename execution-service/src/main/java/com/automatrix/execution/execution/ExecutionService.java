package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.TriggerKind;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.execution.CommandIntake.Entry;
import com.automatrix.execution.execution.IdempotencyKeys.Claim;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.NotFound;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Accepts starts of executions: what it has answered is durable. */
@Service
class ExecutionService {

    private final ExecutionProperties properties;
    private final PublishedWorkflows workflows;
    private final InputCheck inputs;
    private final CommandIntake intake;
    private final Commands commands;

    ExecutionService(
            ExecutionProperties properties,
            PublishedWorkflows workflows,
            InputCheck inputs,
            CommandIntake intake,
            Commands commands) {
        this.properties = properties;
        this.workflows = workflows;
        this.inputs = inputs;
        this.intake = intake;
        this.commands = commands;
    }

    /**
     * A start as it was asked for.
     *
     * @param startedBy the user's id; null if no person asked
     */
    record Asked(
            WorkflowId workflowId,
            StartExecutionRequest request,
            @Nullable String idempotencyKey,
            TriggerRef trigger,
            @Nullable String startedBy) {

        static Asked of(TriggeredExecutions.Asked asked) {
            String key = asked.key() == null ? null : asked.trigger().id() + ":" + asked.key();
            return new Asked(
                    asked.workflowId(),
                    new StartExecutionRequest(asked.input(), null, null),
                    key,
                    asked.trigger(),
                    null);
        }

        /** What a repeat with the same key has to be like. A trigger's key names the request by itself. */
        String content(@Nullable String json) {
            return trigger.kind() == TriggerKind.API ? request.version() + " " + json : "";
        }
    }

    ExecutionId newId() {
        return commands.newExecutionId();
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
        inputs.refuseTooLarge(json);
        PublishedVersion version = version(asked.workflowId, asked.request.version());
        refusePaused(workflows, asked.workflowId);
        inputs.refuseViolations(version, input);

        StartExecution command = commands.start(id, version, input, asked);
        ExecutionRow row = commands.row(command, version, json);
        Claim claim = claim(id, asked, json);
        Claim valid = intake.submit(Entry.start(commands.message(command), row, claim));
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

    static void refusePaused(PublishedWorkflows workflows, WorkflowId id) {
        if (workflows.isPaused(id)) {
            throw new Conflict(
                    "workflow.paused",
                    "Expected workflow %s to be started, but it is paused. Resume it first.".formatted(id));
        }
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

    private static @Nullable Claim claim(ExecutionId id, Asked asked, @Nullable String json) {
        String key = asked.idempotencyKey;
        if (key == null) {
            return null;
        }
        return new Claim(new IdempotencyKeys.Key(asked.workflowId.value(), key), hash(asked.content(json)), id);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
