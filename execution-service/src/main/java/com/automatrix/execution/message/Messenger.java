package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.ContactDecision;
import com.automatrix.execution.consent.ContactDecision.Defer;
import com.automatrix.execution.consent.ContactDecision.Refuse;
import com.automatrix.execution.consent.ContactDecision.Send;
import com.automatrix.execution.consent.ContactQuestions;
import com.automatrix.execution.message.MessageStore.Turn;
import com.automatrix.platform.worker.StepResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a step's message if it may be sent, keeps it for later if it may be then, and refuses it if it may not. What holds
 * is looked at each time the step is run, so at the moment of sending too.
 */
@Component
class Messenger {

    private final ContactQuestions questions;
    private final MessageStore store;
    private final Suppressions suppressions;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;

    Messenger(
            ContactQuestions questions,
            MessageStore store,
            Suppressions suppressions,
            Deliveries deliveries,
            TransactionTemplate transaction) {
        this.questions = questions;
        this.store = store;
        this.suppressions = suppressions;
        this.deliveries = deliveries;
        this.transaction = transaction;
    }

    private record Decided(ContactDecision decision, Message message) {}

    StepResult send(StepRequested request, Draft draft, Outlet outlet) {
        Optional<Message> earlier =
                store.find(request.executionId().value(), request.stepRunId().toString());
        if (earlier.isPresent() && earlier.get().state().isGone()) {
            return StepResult.success(output(earlier.get()));
        }
        if (earlier.isPresent() && earlier.get().state() == MessageState.SENDING && !draft.resend()) {
            return unknown(earlier.get(), "a former attempt ended without an answer", false);
        }
        Decided decided = decide(request, draft);
        return switch (decided.decision()) {
            case Refuse(var code, var reason) -> StepResult.failure(refused(code, reason));
            case Defer(var until, var reason) -> StepResult.deferred(until, reason);
            case Send _ -> handOver(decided.message(), draft, outlet);
        };
    }

    /** In one transaction with the note that it is being sent, so that two messages never both count as the last of a day. */
    private Decided decide(StepRequested request, Draft draft) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock(draft.recipient().countedAs());
            ContactDecision decision = questions.ask(draft.recipient());
            return new Decided(decision, store.write(request, draft, turn(decision)));
        }));
    }

    private static Turn turn(ContactDecision decision) {
        return switch (decision) {
            case Refuse(var code, var reason) -> new Turn(MessageState.REFUSED, code, reason, null);
            case Defer(var until, var reason) -> new Turn(MessageState.DEFERRED, null, reason, until);
            case Send(var reason) -> new Turn(MessageState.SENDING, null, reason, null);
        };
    }

    private StepResult handOver(Message message, Draft draft, Outlet outlet) {
        return switch (outlet.handOver(message)) {
            case Handover.Accepted accepted -> StepResult.success(output(deliveries.accepted(message, accepted)));
            case Handover.Rejected(var error, var isAddressBad) -> rejected(message, error, isAddressBad);
            case Handover.Unknown(var reason) -> unknown(message, reason, draft.resend());
        };
    }

    private StepResult rejected(Message message, StepError error, boolean isAddressBad) {
        if (isAddressBad) {
            suppressions.add(message.channel(), message.to(), error.message());
        }
        deliveries.become(
                message.id(), isAddressBad ? MessageState.BOUNCED : MessageState.FAILED, error.code(), error.message());
        return StepResult.failure(error);
    }

    private StepResult unknown(Message message, String reason, boolean resend) {
        String sentence = "Expected to know whether the message was sent, but %s.".formatted(reason);
        if (resend) {
            // It stays as being sent; the next attempt sends it under the same name.
            return StepResult.failure(StepError.passing("message.outcome-unknown", sentence));
        }
        deliveries.become(message.id(), MessageState.FAILED, "message.outcome-unknown", sentence);
        return StepResult.failure(StepError.permanent("message.outcome-unknown", sentence));
    }

    private static StepError refused(String code, String reason) {
        return new StepError(code, reason, false, null, Map.of("decision", "REFUSED"));
    }

    private static Map<String, @Nullable Object> output(Message message) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("messageId", message.id().toString());
        output.put("decision", message.state().name());
        output.put("reason", message.reason());
        put(output, "sentAt", message.sentAt());
        put(output, "deferredUntil", message.deferredUntil());
        put(output, "segments", message.segments());
        return output;
    }

    private static void put(Map<String, @Nullable Object> output, String name, @Nullable Object value) {
        if (value != null) {
            output.put(name, value instanceof Integer ? value : value.toString());
        }
    }
}
