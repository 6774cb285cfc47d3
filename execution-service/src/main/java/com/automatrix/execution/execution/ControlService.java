package com.automatrix.execution.execution;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.execution.engine.EarlierStep;
import com.automatrix.execution.engine.StepStatus;
import com.automatrix.execution.execution.CommandIntake.Entry;
import com.automatrix.execution.history.ExecutionDetail;
import com.automatrix.execution.history.ExecutionQueries;
import com.automatrix.execution.history.ExecutionResponse;
import com.automatrix.execution.history.LiveQueries;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.execution.persistence.EarlierSteps;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.security.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What people do with executions that are there: what it has answered is durable. */
@Service
class ControlService {

    private static final Set<StepStatus> FINISHED = Set.of(StepStatus.COMPLETED, StepStatus.FAILED);
    private static final String PENDING = "PENDING";
    private static final int AT_ONCE = 200;
    private static final String EXECUTION = "execution";

    private final PublishedWorkflows workflows;
    private final CommandIntake intake;
    private final ExecutionQueries queries;
    private final LiveQueries live;
    private final EarlierSteps steps;
    private final Commands commands;
    private final Audit audit;

    ControlService(
            PublishedWorkflows workflows,
            CommandIntake intake,
            ExecutionQueries queries,
            LiveQueries live,
            EarlierSteps steps,
            Commands commands,
            Audit audit) {
        this.workflows = workflows;
        this.intake = intake;
        this.queries = queries;
        this.live = live;
        this.steps = steps;
        this.commands = commands;
        this.audit = audit;
    }

    StartedResponse cancel(ExecutionId id, @Nullable String reason, CurrentUser user) {
        String clean = reason == null ? null : CleanText.clean(reason);
        return tell("execution.cancelled", goingOn(id), commands.cancel(id, clean, user));
    }

    /** Cancels every execution of the workflow that has not ended, and says how many there are. */
    int cancelAll(WorkflowId workflowId, @Nullable String reason, CurrentUser user) {
        String clean = reason == null ? null : CleanText.clean(reason);
        audit.record("workflow.executions-cancelled", "workflow", workflowId.toString(), null, null);
        int cancelled = 0;
        List<ExecutionId> page = live.ids(workflowId, Optional.empty(), AT_ONCE);
        while (!page.isEmpty()) {
            intake.submitAll(page.stream()
                    .map(id -> Entry.command(commands.message(commands.cancel(id, clean, user))))
                    .toList());
            cancelled += page.size();
            page = live.ids(workflowId, Optional.of(page.getLast()), AT_ONCE);
        }
        return cancelled;
    }

    /** Holds an execution where it is; one that is paused already stays so. */
    StartedResponse pause(ExecutionId id, CurrentUser user) {
        return tell("execution.paused", goingOn(id), commands.pause(id, user));
    }

    /** Lets a paused execution go on; any other just goes on. */
    StartedResponse resume(ExecutionId id, CurrentUser user) {
        return tell("execution.resumed", goingOn(id), commands.resume(id, user));
    }

    /**
     * Starts an execution that runs an ended one again, in the same version and with the same input.
     *
     * @param fromNode the node to begin with, all results that do not depend on it being kept; null is the whole
     */
    StartedResponse rerun(ExecutionId id, @Nullable String fromNode, CurrentUser user) {
        ExecutionDetail earlier = queries.get(id);
        ExecutionResponse execution = earlier.execution();
        if (!execution.hasEnded()) {
            throw new Conflict(
                    "execution.not-finished",
                    "Expected execution %s to have ended before it is run again, but it is %s. Cancel it, or wait for its end."
                            .formatted(id, execution.status()));
        }
        PublishedVersion version = workflows
                .startable(execution.workflowId(), execution.workflowVersion())
                .orElseThrow(() -> new NotFound(
                        "workflow.not-published",
                        "Expected version %d of workflow %s to be published, but it is not."
                                .formatted(execution.workflowVersion(), execution.workflowId())));
        ExecutionService.refusePaused(workflows, execution.workflowId());
        StartExecution start = commands.rerun(
                commands.newExecutionId(), earlier, fromNode == null ? null : begin(version, id, fromNode), user);
        audit.record(
                "execution.rerun",
                EXECUTION,
                id.toString(),
                null,
                Map.of("executionId", start.executionId().toString()));
        intake.submit(Entry.start(
                commands.message(start), commands.row(start, version, JsonText.write(start.input())), null));
        return StartedResponse.of(start.executionId(), PENDING);
    }

    /** The outermost container around the node, or the node itself; it must be finished. */
    private String begin(PublishedVersion version, ExecutionId id, String fromNode) {
        Node node = version.node(fromNode);
        while (node != null && node.parent() != null) {
            node = version.node(node.parent());
        }
        if (node == null) {
            throw invalid(
                    "execution.unknown-step",
                    "Expected a step of the workflow to begin with, but it has no step \"%s\".".formatted(fromNode));
        }
        String begin = node.id();
        boolean isFinished =
                steps.of(id).stream().anyMatch(step -> isOf(step, begin) && FINISHED.contains(step.status()));
        if (!isFinished) {
            throw invalid(
                    "execution.step-not-finished",
                    "Expected step \"%s\" to have completed or failed in execution %s, but it has not. Begin with an earlier step."
                            .formatted(begin, id));
        }
        return begin;
    }

    private static boolean isOf(EarlierStep step, String nodeId) {
        return step.stepRunId().equals(nodeId);
    }

    private static Invalid invalid(String code, String message) {
        return new Invalid(code, message, List.of(new Violation("/fromNode", code, message)));
    }

    /** Written down first: nothing that was done is missing, at worst something stands there that was only asked for. */
    private StartedResponse tell(String action, ExecutionResponse execution, ExecutionCommand command) {
        audit.record(action, EXECUTION, execution.id().toString(), null, null);
        intake.submit(Entry.command(commands.message(command)));
        return StartedResponse.of(execution.id(), execution.status());
    }

    private ExecutionResponse goingOn(ExecutionId id) {
        ExecutionResponse execution = queries.get(id).execution();
        if (execution.hasEnded()) {
            throw new Conflict(
                    "execution.already-finished",
                    "Expected execution %s to be running, but it is %s since %s."
                            .formatted(id, execution.status(), execution.finishedAt()));
        }
        return execution;
    }
}
