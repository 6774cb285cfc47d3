package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tools of an agent are step types that a worker runs, none of which is an agent itself; what it may do only with an
 * approval is one of its tools, and somebody is asked.
 */
final class AgentRule implements Rule {

    private static final String AGENT = "ai.agent";
    private static final String TOOLS = "tools";
    private static final String SENSITIVE = "sensitiveTools";
    private static final String APPROVER = "approverRole";

    /** What writes to people. */
    private static final Set<String> MESSAGES = Set.of("email.send", "sms.send");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        for (DraftNode node : examined.draft().nodes()) {
            if (node.type().equals(AGENT)) {
                tools(node, examined.stepTypes(), report);
                approvals(node, report);
            }
        }
    }

    private static void tools(DraftNode node, StepTypes known, Consumer<Problem> report) {
        List<?> tools = list(node.config().get(TOOLS));
        for (int i = 0; i < tools.size(); i++) {
            if (!(tools.get(i) instanceof String tool)) {
                continue;
            }
            Optional<StepType> type = known.find(tool);
            if (type.isEmpty()) {
                List<String> names = known.all().stream().map(StepType::type).toList();
                report.accept(unusable(
                        node,
                        i,
                        "There is no step type \"%s\".%s Choose one of the catalogue."
                                .formatted(tool, NearestName.suggestion(tool, names))));
            } else if (!type.get().runByWorker() || !type.get().available() || tool.equals(AGENT)) {
                report.accept(unusable(
                        node,
                        i,
                        "An agent cannot use \"%s\": its tools are steps that a worker runs, such as http.request, and no agents. Take it out."
                                .formatted(tool)));
            }
        }
    }

    private static void approvals(DraftNode node, Consumer<Problem> report) {
        List<?> tools = list(node.config().get(TOOLS));
        List<?> sensitive = list(node.config().get(SENSITIVE));
        for (int i = 0; i < sensitive.size(); i++) {
            if (!tools.contains(sensitive.get(i))) {
                report.accept(Problem.error(
                        Codes.AGENT_APPROVAL,
                        node.id(),
                        Pointer.child(pointer(node, SENSITIVE), i),
                        "\"%s\" needs an approval, but is none of the agent's tools. Add it to the tools, or take it out here."
                                .formatted(sensitive.get(i))));
            }
        }
        boolean isAsked = node.config().get(APPROVER) instanceof String role && !role.isBlank();
        if (!sensitive.isEmpty() && !isAsked) {
            report.accept(Problem.error(
                    Codes.AGENT_APPROVAL,
                    node.id(),
                    pointer(node, APPROVER),
                    "There are tools that need an approval, but nobody is asked for it. Say which role approves."));
        }
        tools.stream()
                .filter(tool -> MESSAGES.contains(tool) && !sensitive.contains(tool))
                .findFirst()
                .ifPresent(tool -> report.accept(Problem.warning(
                        Codes.AGENT_APPROVAL,
                        node.id(),
                        pointer(node, SENSITIVE),
                        "The agent may use %s without anybody reading what it writes. Let a person approve of it first."
                                .formatted(tool))));
    }

    private static Problem unusable(DraftNode node, int index, String message) {
        return Problem.error(Codes.AGENT_TOOL, node.id(), Pointer.child(pointer(node, TOOLS), index), message);
    }

    private static String pointer(DraftNode node, String field) {
        return node.pointer() + "/config/" + field;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
