package com.automatrix.ai.step;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.Tool;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the engine sends with each turn of an agent.
 *
 * @param state what this worker gave it with the turn before; null with the first
 * @param results what the calls of that turn came to, each with its {@code id} and an {@code output} or an {@code error}
 * @param turn its number, from 1
 */
record AgentProgress(
        @Nullable Memory state,
        @Nullable List<Map<String, Object>> results,
        @Nullable Integer turn,
        @Nullable List<OfferedTool> tools) {

    static final AgentProgress NONE = new AgentProgress(null, null, null, null);

    /**
     * The conversation so far, and the tokens it has taken.
     *
     * @param degraded of the last turn in which another model stood in; null: the step's own has answered all
     */
    record Memory(
            List<Said> messages, long tokens, @Nullable Degraded degraded) {}

    /** Who has answered instead, and who was asked in vain. */
    record Degraded(String by, List<String> tried) {}

    /** A message of it. */
    record Said(Message.Role role, String text) {}

    /** A step type that the agent may use. */
    record OfferedTool(String type, String description, Map<String, Object> configSchema) {}

    static AgentProgress of(@Nullable Object state) {
        return state == null ? NONE : ContractJson.events().convertValue(state, AgentProgress.class);
    }

    int number() {
        return turn == null ? 1 : turn;
    }

    long tokens() {
        return state == null ? 0 : state.tokens();
    }

    List<Tool> offered() {
        return Objects.requireNonNullElse(tools, List.<OfferedTool>of()).stream()
                .map(tool -> new Tool(tool.type(), tool.description(), AgentTools.plain(tool.configSchema())))
                .toList();
    }

    /** What was said since the instructions, with the results of the last turn. */
    List<Message> said() {
        List<Message> said = new ArrayList<>();
        if (state != null) {
            state.messages().forEach(message -> said.add(new Message(message.role(), message.text())));
        }
        for (Map<String, Object> result : Objects.requireNonNullElse(results, List.<Map<String, Object>>of())) {
            said.add(Message.outcome(ContractJson.events().writeValueAsString(result)));
        }
        return said;
    }

    /** Who stood in for the step's model, in this turn or in the one before it. */
    @Nullable
    Degraded degradedAfter(AiAnswer answer) {
        if (answer.degraded()) {
            return new Degraded(answer.provider(), answer.tried());
        }
        return state == null ? null : state.degraded();
    }

    /** What the next turn has to know of this one. */
    Memory after(List<ToolCall> calls, AiAnswer answer) {
        List<Said> messages = new ArrayList<>();
        said().forEach(message -> messages.add(new Said(message.role(), message.text())));
        messages.add(new Said(Message.Role.ANSWER, AgentTools.document(calls)));
        long tokens = answer.usage().promptTokens() + answer.usage().completionTokens();
        return new Memory(messages, tokens() + tokens, degradedAfter(answer));
    }
}
