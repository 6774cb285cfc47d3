package com.automatrix.workflow.definition;

import com.automatrix.contracts.event.EventType;
import com.automatrix.contracts.event.EventTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Trigger ids are unique, an event trigger waits for an event that is known, and a webhook leaves people's header alone. */
final class TriggerRule implements Rule {

    private static final List<String> CATALOGUE =
            EventTypes.all().stream().map(EventType::type).toList();

    private final Supplier<List<String>> ownTypes;

    /** @param ownTypes the event types that the dealer registered; asked where the catalogue has no such type */
    TriggerRule(Supplier<List<String>> ownTypes) {
        this.ownTypes = ownTypes;
    }

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Set<String> seen = new HashSet<>();
        List<?> triggers = examined.draft().triggers();
        for (int index = 0; index < triggers.size(); index++) {
            if (triggers.get(index) instanceof Map<?, ?> trigger) {
                String pointer = "/triggers/" + index;
                if (trigger.get("id") instanceof String id && !seen.add(id)) {
                    report.accept(Problem.error(
                            Codes.GRAPH_DUPLICATE_TRIGGER,
                            null,
                            pointer + "/id",
                            "Two triggers have the id \"%s\". Give one of them another id.".formatted(id)));
                }
                checkHeader(trigger.get("token"), pointer + "/token/header", report);
                checkHeader(trigger.get("signature"), pointer + "/signature/header", report);
                if (trigger.get("eventType") instanceof String eventType) {
                    checkEventType(eventType, pointer + "/eventType", report);
                }
            }
        }
    }

    /** What stands in it is taken for the token of somebody who has signed in, and refused before the webhook is asked. */
    private static void checkHeader(@Nullable Object proof, String pointer, Consumer<Problem> report) {
        if (proof instanceof Map<?, ?> fields
                && fields.get("header") instanceof String header
                && header.equalsIgnoreCase("Authorization")) {
            report.accept(
                    Problem.error(
                            Codes.WEBHOOK_RESERVED_HEADER,
                            null,
                            pointer,
                            "The header Authorization is for people who have signed in. Let the sender use another, such as X-Token."));
        }
    }

    private void checkEventType(String eventType, String pointer, Consumer<Problem> report) {
        if (CATALOGUE.contains(eventType)) {
            return;
        }
        List<String> known =
                Stream.concat(CATALOGUE.stream(), ownTypes.get().stream()).toList();
        if (known.contains(eventType)) {
            return;
        }
        report.accept(Problem.error(
                Codes.EVENT_UNKNOWN_TYPE,
                null,
                pointer,
                "There is no event type \"%s\" in the catalogue.%s Choose one of the catalogue, or register your own."
                        .formatted(eventType, NearestName.suggestion(eventType, known))));
    }
}
