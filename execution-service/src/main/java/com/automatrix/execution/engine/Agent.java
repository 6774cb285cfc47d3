package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code ai.agent}: a loop whose iterations are turns. A worker takes each turn; the tools that it asks for are step runs
 * of the same iteration, and the next turn begins once all of them are decided, whatever became of them.
 */
final class Agent {

    private static final int USUAL_TURNS = 8;
    private static final int MOST_RESULT_BYTES = 32 * 1024;

    private Agent() {}

    static void advance(Transition transition, Place agent) {
        Loop progress = run(transition, agent).loopOrBeginning();
        if (progress.started() == 0) {
            begin(transition, agent, 0, AgentTurn.input(null, List.of()));
        }
        while (Containers.isOpen(transition, agent)) {
            int number = run(transition, agent).loopOrBeginning().started() - 1;
            StepRun turn =
                    transition.state().known(turn(transition, agent, number).id());
            if (turn.status() != StepStatus.COMPLETED) {
                return;
            }
            if (!turn.hasFired(AgentTurn.CONTINUE)) {
                Containers.finish(transition, agent, turn.output());
            } else if (number + 1 >= mostTurns(transition, agent)) {
                Containers.fail(transition, agent, tooManyTurns(transition, agent));
            } else if (!goesOn(transition, agent, number, turn)) {
                return;
            }
        }
    }

    /** A turn that fails is the end of the agent; a tool that fails is something that it can react to. */
    static void childFailed(Transition transition, Place agent, Place child, StepError error) {
        if (child.node().isTurn()) {
            Containers.fail(transition, agent, error);
        }
    }

    /** Whether the next turn has begun; else tools or people are waited for. */
    private static boolean goesOn(Transition transition, Place agent, int number, StepRun turn) {
        List<ToolCall> calls = AgentTurn.calls(turn.output());
        boolean isDone = true;
        for (int i = 0; i < calls.size(); i++) {
            isDone &= isDone(transition, agent, List.of(number, i), calls.get(i));
        }
        if (!isDone) {
            return false;
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            results.add(result(transition, agent, List.of(number, i), calls.get(i)));
        }
        Object state = EngineSteps.field(turn.output(), AgentTurn.STATE);
        transition.record((sequence, at) ->
                new ExecutionEvent.IterationFinished(sequence, at, agent.id(), agent.nodeId(), number, null, null));
        begin(transition, agent, number + 1, AgentTurn.input(state, results));
        return true;
    }

    private static void begin(Transition transition, Place agent, int number, Map<String, Object> input) {
        transition.record((sequence, at) ->
                new ExecutionEvent.IterationStarted(sequence, at, agent.id(), agent.nodeId(), number));
        Attempts.beginAsWritten(transition, turn(transition, agent, number), input);
    }

    /** Whether a call needs nothing any more; begins what it needs next. */
    private static boolean isDone(Transition transition, Place agent, List<Integer> at, ToolCall call) {
        Place tool = inside(transition, agent, AgentNodes.tool(agent.nodeId(), call.type()), at);
        StepRun begun = tool == null ? null : transition.state().step(tool.id());
        if (begun != null) {
            return begun.status().isDecided();
        }
        if (tool == null || AgentTools.problem(transition, agent, call) != null) {
            return true;
        }
        if (AgentTools.isSensitive(agent, call)) {
            StepRun approval = approval(transition, agent, at, call);
            if (!approval.hasFired("approved")) {
                return approval.status().isDecided();
            }
        }
        Attempts.beginAsWritten(transition, tool, call.config());
        return transition.state().known(tool.id()).status().isDecided();
    }

    private static StepRun approval(Transition transition, Place agent, List<Integer> at, ToolCall call) {
        Place place =
                Objects.requireNonNull(inside(transition, agent, AgentNodes.approval(agent.nodeId()), at), "approval");
        if (transition.state().step(place.id()) == null) {
            Map<String, Object> config = new LinkedHashMap<>();
            Object role = EngineSteps.field(run(transition, agent).input(), "approverRole");
            Object due = EngineSteps.field(run(transition, agent).input(), "approvalDue");
            config.put("role", role == null ? "" : role);
            if (due != null) {
                config.put("due", due);
            }
            config.put(
                    "title",
                    "%s: may it use “%s”?".formatted(agent.node().node().nameOrId(), titleOf(transition, agent, call)));
            config.put("context", Map.of("tool", call.type(), "arguments", call.config()));
            Attempts.beginAsWritten(transition, place, config);
        }
        return transition.state().known(place.id());
    }

    private static String titleOf(Transition transition, Place agent, ToolCall call) {
        CompiledNode tool = transition.workflow().node(AgentNodes.tool(agent.nodeId(), call.type()));
        return tool == null || tool.type() == null ? call.type() : tool.type().title();
    }

    private static Map<String, Object> result(Transition transition, Place agent, List<Integer> at, ToolCall call) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", call.id());
        result.put("type", call.type());
        Place tool = inside(transition, agent, AgentNodes.tool(agent.nodeId(), call.type()), at);
        StepRun run = tool == null ? null : transition.state().step(tool.id());
        Map<String, Object> error = run == null ? notRun(transition, agent, at, call) : error(run);
        if (error == null) {
            result.put("output", run == null || run.output() == null ? Map.of() : run.output());
        } else {
            result.put("error", error);
        }
        return result;
    }

    private static @Nullable Map<String, Object> error(StepRun run) {
        StepError error = run.error();
        if (run.status() != StepStatus.COMPLETED) {
            return error == null
                    ? AgentTools.error("ai.tool-cancelled", "Expected the tool to be done, but it was given up")
                    : AgentTools.error(error.code(), error.message());
        }
        long bytes = JsonSize.of(run.output());
        return bytes <= MOST_RESULT_BYTES
                ? null
                : AgentTools.error(
                        "ai.tool-result-too-large",
                        "Expected a tool to give at most %d KiB, but it gave %d KiB"
                                .formatted(MOST_RESULT_BYTES / 1024, (bytes + 1023) / 1024));
    }

    private static Map<String, Object> notRun(Transition transition, Place agent, List<Integer> at, ToolCall call) {
        Map<String, Object> problem = AgentTools.problem(transition, agent, call);
        if (problem != null) {
            return problem;
        }
        StepRun approval = approval(transition, agent, at, call);
        if (approval.error() != null) {
            return AgentTools.error(approval.error().code(), approval.error().message());
        }
        Object comment = EngineSteps.field(approval.output(), "comment");
        return AgentTools.error(
                "ai.tool-rejected",
                comment == null
                        ? "Expected a person to approve of the call, but nobody did"
                        : "Expected a person to approve of the call, but it was rejected: " + comment);
    }

    private static Place turn(Transition transition, Place agent, int number) {
        return Objects.requireNonNull(
                inside(transition, agent, AgentNodes.turn(agent.nodeId()), List.of(number)), "turn");
    }

    /** Null if the agent has no such node. */
    private static @Nullable Place inside(Transition transition, Place agent, String nodeId, List<Integer> at) {
        CompiledNode node = transition.workflow().node(nodeId);
        if (node == null) {
            return null;
        }
        List<Integer> path = new ArrayList<>(agent.path());
        path.addAll(at);
        return new Place(node, path);
    }

    private static StepRun run(Transition transition, Place agent) {
        return transition.state().known(agent.id());
    }

    private static int mostTurns(Transition transition, Place agent) {
        return EngineSteps.field(run(transition, agent).input(), "maxTurns") instanceof Number most
                ? most.intValue()
                : USUAL_TURNS;
    }

    private static StepError tooManyTurns(Transition transition, Place agent) {
        return StepError.permanent(
                "ai.too-many-turns",
                "Expected step %s to be done within %d turns, but it asked for more tools in the last of them"
                        .formatted(agent.nodeId(), mostTurns(transition, agent)));
    }
}
