package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.RunConditions.HandleOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Financial and secret data goes to no model, message, foreign host or event unless a person has approved it; personal data
 * is data, and no part of a model's instructions. The hosts of the dealership's own systems are not foreign.
 */
final class DataFlowRule implements Rule {

    private static final String APPROVAL = "human.approval";
    private static final Set<String> INSTRUCTIONS = Set.of("prompt", "instructions", "goal");

    /** Where data leaves the dealership, or the reach of those who may see it. */
    private enum Exit {
        AI(Codes.DATA_FINANCIAL_TO_AI, "an AI model"),
        MESSAGE(Codes.DATA_FINANCIAL_TO_MESSAGE, "a message"),
        HOST(Codes.DATA_FINANCIAL_TO_HOST, "another host"),
        EVENT(Codes.DATA_FINANCIAL_TO_EVENT, "an event that anybody may read");

        private final String code;
        private final String words;

        Exit(String code, String words) {
            this.code = code;
            this.words = words;
        }

        static Optional<Exit> of(String type) {
            return switch (type) {
                case "email.send", "sms.send" -> Optional.of(MESSAGE);
                case "http.request", "webhook.send" -> Optional.of(HOST);
                case "event.publish" -> Optional.of(EVENT);
                default -> type.startsWith("ai.") ? Optional.of(AI) : Optional.empty();
            };
        }
    }

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        DataFlow flow = DataFlow.of(examined);
        for (DraftNode node : examined.draft().nodes()) {
            new Check(examined, flow, node, report).run();
        }
    }

    /** One step, with what undoes it. */
    private record Check(Examined examined, DataFlow flow, DraftNode node, Consumer<Problem> report) {

        void run() {
            exit(node.type(), node.config(), node.pointer() + "/config");
            if (node.fields().get("compensation") instanceof Map<?, ?> undo
                    && undo.get("type") instanceof String type) {
                exit(type, undo.get("config"), node.pointer() + "/compensation/config");
            }
        }

        private void exit(String type, @Nullable Object config, String pointer) {
            Exit.of(type)
                    .filter(exit -> exit != Exit.HOST || !examined.ownHosts().isTarget(config))
                    .ifPresent(exit -> fields(exit, config, pointer));
        }

        private void fields(Exit exit, @Nullable Object config, String pointer) {
            if (exit == Exit.AI && config instanceof Map<?, ?> step && step.containsKey(DataFlow.RECORD)) {
                Held held = flow.heldByRecord(step, node);
                if (held.dataClass().isAtLeast(DataClass.FINANCIAL)) {
                    guarded(exit, held, pointer + "/" + DataFlow.RECORD);
                }
                strings(exit, DataFlow.besideRecord(step), pointer);
            } else {
                strings(exit, config, pointer);
            }
        }

        private void strings(Exit exit, @Nullable Object config, String pointer) {
            Reads.strings(config, pointer, (place, text) -> {
                Held held = flow.heldBy(text, node);
                if (held.dataClass().isAtLeast(DataClass.FINANCIAL)) {
                    guarded(exit, held, place);
                } else if (exit == Exit.AI && held.dataClass() == DataClass.PERSONAL && isInstruction(pointer, place)) {
                    report.accept(Problem.hint(
                            Codes.DATA_PERSONAL_IN_INSTRUCTIONS,
                            node.id(),
                            place,
                            "The instructions of the model hold %s, which is personal data. Put it into \"text\", which the model takes for data, or leave it out."
                                    .formatted(held.name())));
                }
            });
        }

        private void guarded(Exit exit, Held held, String place) {
            String what = "%s, which is %s, goes to %s."
                    .formatted(held.name(), held.dataClass().words(), exit.words);
            List<DraftNode> approvals = approvals();
            boolean isApproved = !approvals.isEmpty()
                    && examined.conditions()
                            .runsOnlyAfter(
                                    node.id(),
                                    approvals.stream()
                                            .map(approval -> new HandleOf(approval.id(), "approved"))
                                            .toList());
            report.accept(
                    isApproved
                            ? Problem.warning(exit.code, node.id(), place, what + approvedBy(approvals))
                            : Problem.error(
                                    exit.code,
                                    node.id(),
                                    place,
                                    "%s Take it out, or let a human.approval with a role come before on every way, by its handle \"approved\"."
                                            .formatted(what)));
        }

        private List<DraftNode> approvals() {
            return examined.draft().nodes().stream()
                    .filter(other -> other.type().equals(APPROVAL)
                            && other.config().get("role") instanceof String role
                            && !role.isBlank())
                    .filter(other -> examined.graph().isUpstream(other.id(), node.id()))
                    .toList();
        }

        private static String approvedBy(List<DraftNode> approvals) {
            return approvals.stream()
                    .map(approval ->
                            "%s at step \"%s\"".formatted(approval.config().get("role"), approval.id()))
                    .collect(Collectors.joining(" or ", " It is approved before, by ", "."));
        }

        private static boolean isInstruction(String config, String place) {
            return INSTRUCTIONS.stream().anyMatch(field -> place.equals(config + "/" + field));
        }
    }
}
