package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.ExecutionEvent.StepKept;
import com.automatrix.contracts.message.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Begins an execution in the middle: with the results of an earlier one for all steps but the one it is run again from,
 * what follows that, what was unfinished, and what was undone.
 */
final class Rerunning {

    private Rerunning() {}

    static void keep(Transition transition, Input.Start start) {
        Origin origin = start.command().origin();
        Origin.Rerun rerun = origin == null ? null : origin.rerun();
        if (rerun == null || rerun.fromNode() == null) {
            return;
        }
        // One that was queued has kept them already, and is begun with none.
        CompiledGraph top = transition.workflow().top();
        Map<String, EarlierStep> results = new HashMap<>();
        start.earlier().forEach(step -> results.put(step.stepRunId(), step));
        Set<String> afresh = afresh(top, rerun.fromNode(), results);
        Set<String> calledOff = calledOff(top, afresh, results);
        for (CompiledNode node : top.nodes()) {
            EarlierStep result = results.get(node.id());
            if (afresh.contains(node.id()) || result == null) {
                continue;
            }
            if (result.isFinished()) {
                keep(transition, node, result, status(result));
            } else if (calledOff.contains(node.id())) {
                keep(transition, node, result, StepKept.Status.SKIPPED);
            }
        }
    }

    /** The nodes that may not be kept, with all that follows them. */
    private static Set<String> afresh(CompiledGraph top, String from, Map<String, EarlierStep> results) {
        Set<String> afresh = new HashSet<>(Set.of(from));
        for (CompiledNode node : top.nodes()) {
            EarlierStep undoing = results.get(StepRunId.compensationOf(node.id()));
            boolean isUndone = undoing != null && undoing.status() == StepStatus.COMPLETED;
            if (isUndone || node.upstream().stream().anyMatch(afresh::contains)) {
                afresh.add(node.id());
            }
        }
        return afresh;
    }

    /** The nodes that a join, which is kept, had cancelled. */
    private static Set<String> calledOff(CompiledGraph top, Set<String> afresh, Map<String, EarlierStep> results) {
        Set<String> calledOff = new HashSet<>();
        for (CompiledNode node : top.nodes()) {
            EarlierStep result = results.get(node.id());
            boolean hasRun = result != null && result.isFinished() && result.status() != StepStatus.SKIPPED;
            if (hasRun && !afresh.contains(node.id())) {
                calledOff.addAll(node.onlyLeadHere());
            }
        }
        return calledOff;
    }

    private static StepKept.Status status(EarlierStep result) {
        return switch (result.status()) {
            case COMPLETED -> StepKept.Status.COMPLETED;
            case FAILED -> StepKept.Status.FAILED;
            case SKIPPED, CANCELLED, RUNNING, WAITING, RETRYING, COMPENSATING -> StepKept.Status.SKIPPED;
        };
    }

    private static void keep(Transition transition, CompiledNode node, EarlierStep result, StepKept.Status status) {
        boolean isSkipped = status == StepKept.Status.SKIPPED;
        Instant finishedAt = result.finishedAt() == null ? transition.now() : result.finishedAt();
        Instant startedAt = result.startedAt() == null ? finishedAt : result.startedAt();
        transition.record((sequence, at) -> new ExecutionEvent.StepKept(
                sequence,
                at,
                StepRunId.of(node.id()),
                node.id(),
                node.node().type(),
                status,
                isSkipped ? null : result.output(),
                isSkipped ? null : result.error(),
                isSkipped ? List.of() : result.handles(),
                startedAt,
                finishedAt));
    }
}
