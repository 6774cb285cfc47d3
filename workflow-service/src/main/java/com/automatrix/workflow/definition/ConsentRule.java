package com.automatrix.workflow.definition;

import com.automatrix.workflow.definition.RunConditions.HandleOf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Before a message to a customer somebody has looked whether it may be sent now: marketing needs consent, and a text message
 * waits for the morning of whom it is to, of whom more has to be known than the number.
 */
final class ConsentRule implements Rule {

    private static final String GATE = "auto.contactWindow";
    private static final String ALLOWED = "allowed";
    private static final String LATER = "later";
    private static final String WAIT = "flow.wait";
    private static final String MARKETING = "MARKETING";
    private static final String SMS = "sms.send";

    /** The step types that write to people, with their channel. */
    private static final Map<String, String> CHANNELS = Map.of(SMS, "SMS", "email.send", "EMAIL");

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        for (DraftNode node : examined.draft().nodes()) {
            String channel = CHANNELS.get(node.type());
            if (channel == null) {
                continue;
            }
            boolean isMarketing = MARKETING.equals(node.config().get("purpose"));
            boolean needsGate =
                    isMarketing || (node.type().equals(SMS) && isToCustomer(node, examined) && !isToPerson(node));
            List<DraftNode> gates = gates(isMarketing, examined);
            if (!needsGate || isAllowed(node, channel, gates, examined)) {
                continue;
            }
            if (!isAskedBefore(node, gates, examined)) {
                report.accept(problem(node, channel, isMarketing));
            } else if (isMarketing) {
                report.accept(askAgain(node, channel));
            }
        }
    }

    private static List<DraftNode> gates(boolean isMarketing, Examined examined) {
        return examined.draft().nodes().stream()
                .filter(gate -> gate.type().equals(GATE))
                .filter(gate -> !isMarketing || mayBe(MARKETING, gate.config().get("purpose")))
                .toList();
    }

    private static boolean isAllowed(DraftNode node, String channel, List<DraftNode> gates, Examined examined) {
        List<HandleOf> allowed = gates.stream()
                .filter(gate -> mayBe(channel, gate.config().get("channel")))
                .map(gate -> new HandleOf(gate.id(), ALLOWED))
                .toList();
        return examined.conditions().runsOnlyAfter(node.id(), allowed);
    }

    /** Whether on every way it was allowed at once, or there is a wait after the question. */
    private static boolean isAskedBefore(DraftNode node, List<DraftNode> gates, Examined examined) {
        List<HandleOf> asked = gates.stream()
                .flatMap(gate -> Stream.of(new HandleOf(gate.id(), ALLOWED), new HandleOf(gate.id(), LATER)))
                .toList();
        Stream<HandleOf> waits = examined.draft().nodes().stream()
                .filter(wait -> wait.type().equals(WAIT)
                        && gates.stream().anyMatch(gate -> examined.graph().isUpstream(gate.id(), wait.id()))
                        && examined.conditions().runsOnlyAfter(wait.id(), asked))
                .map(wait -> new HandleOf(wait.id(), "out"));
        Stream<HandleOf> allowed =
                asked.stream().filter(handle -> handle.handle().equals(ALLOWED));
        return examined.conditions()
                .runsOnlyAfter(node.id(), Stream.concat(allowed, waits).toList());
    }

    /** A fixed number, or one of the dealership's own, is no customer's. */
    private static boolean isToCustomer(DraftNode node, Examined examined) {
        return node.config().get("to") instanceof String to
                && examined.reads().in(to).stream()
                        .anyMatch(references -> !references.names().isEmpty()
                                && !references.names().equals(Set.of("vars")));
    }

    /** Whether the step itself can look at the consent and the time of day of the person. */
    private static boolean isToPerson(DraftNode node) {
        return Stream.of("person", "personId")
                .map(field -> node.config().get(field))
                .anyMatch(value -> value != null && !value.equals(""));
    }

    /** Whether a value is this one, or an expression. */
    private static boolean mayBe(String wanted, @Nullable Object value) {
        return wanted.equals(value) || (value instanceof String text && ExpressionText.hasExpression(text));
    }

    private static Problem askAgain(DraftNode node, String channel) {
        return Problem.hint(
                Codes.MESSAGE_NO_CONSENT_GATE,
                node.id(),
                node.pointer(),
                "The consent may be withdrawn while the message waits, or be one for another channel. Ask an auto.contactWindow for %s again after the wait, and send by its handle \"allowed\"."
                        .formatted(channel));
    }

    private static Problem problem(DraftNode node, String channel, boolean isMarketing) {
        if (!isMarketing) {
            return Problem.warning(
                    Codes.MESSAGE_NO_CONSENT_GATE,
                    node.id(),
                    node.pointer(),
                    "The consent and the time of day are judged by the number alone. Fill in \"person\", or put an auto.contactWindow for %s before it on every way, and send by its handle \"allowed\"."
                            .formatted(channel));
        }
        return Problem.error(
                Codes.MESSAGE_NO_CONSENT_GATE,
                node.id(),
                node.pointer(),
                "Marketing is sent without a look at consent and quiet hours. Put an auto.contactWindow for %s with the purpose MARKETING before it on every way, and send by its handle \"allowed\"; after \"later\" wait and ask again."
                        .formatted(channel));
    }
}
