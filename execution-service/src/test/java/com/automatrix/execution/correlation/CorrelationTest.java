package com.automatrix.execution.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.ExecutionCommand.ToCorrelation;
import com.automatrix.contracts.message.ExecutionCommand.UnsubscribeFromEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    private static final String KEY = "com.automatrix.message.inbound.v1:{{ input.personId }}:p-77";
    private static final Instant BEGINNING = Instant.parse("2026-03-04T05:06:07Z");
    private static final Duration HOUR = Duration.ofHours(1);
    /** Takes a filter for the text that the data must be. */
    private static final Filters EQUALITY = (filter, event, data, now) -> filter.equals(data);

    private final List<ExecutionCommand> sent = new ArrayList<>();
    private CorrelationState state = CorrelationState.EMPTY;
    private Instant now = BEGINNING;
    private long commandIds;

    @Test
    void one_event_wakes_all_that_wait_for_it_and_no_later_one_wakes_them_again() {
        subscribe(1, null, null, null);
        subscribe(2, null, null, null);

        arrive("first", null);
        arrive("second", null);

        assertThat(woken()).containsExactly("1 first", "2 first");
        assertThat(state.waiting()).isEmpty();
    }

    @Test
    void the_signal_carries_the_event_and_its_data() {
        subscribe(1, null, null, null);

        arrive("hello", null);

        SignalStep signal = (SignalStep) sent.getFirst();
        assertThat(signal.handle()).isEqualTo("out");
        assertThat(signal.stepRunId()).isEqualTo(StepRunId.of("wait"));
        assertThat(signal.output()).isEqualTo(Map.of("event", event("hello").attributes(), "data", "hello"));
    }

    @Test
    void a_filter_holds_out_for_the_event_that_fits() {
        subscribe(1, "yes", null, null);

        arrive("no", null);
        assertThat(sent).isEmpty();
        arrive("yes", null);

        assertThat(woken()).containsExactly("1 yes");
    }

    @Test
    void an_event_that_came_just_before_counts_within_the_lookback() {
        arrive("early", HOUR);
        now = now.plus(Duration.ofMinutes(10));

        subscribe(1, null, Duration.ofMinutes(15), null);
        subscribe(2, null, Duration.ofMinutes(5), null);
        subscribe(3, null, null, null);
        subscribe(4, "late", Duration.ofMinutes(15), null);

        assertThat(woken()).containsExactly("1 early");
        assertThat(state.waiting()).hasSize(3);
    }

    @Test
    void the_first_of_several_early_events_counts() {
        arrive("one", HOUR);
        arrive("two", HOUR);

        subscribe(1, null, HOUR, null);

        assertThat(woken()).containsExactly("1 one");
    }

    @Test
    void an_event_that_nobody_may_look_back_for_is_not_kept() {
        arrive("early", null);

        subscribe(1, null, HOUR, null);

        assertThat(sent).isEmpty();
    }

    @Test
    void an_event_is_forgotten_after_its_time() {
        arrive("early", HOUR);
        now = now.plus(HOUR);

        subscribe(1, null, Duration.ofDays(1), null);

        assertThat(sent).isEmpty();
        assertThat(state.recent()).isEmpty();
    }

    @Test
    void only_so_many_events_and_bytes_are_kept() {
        for (int number = 0; number < Correlation.KEPT_EVENTS + 5; number++) {
            arrive("e" + number, HOUR);
        }
        assertThat(state.recent()).hasSize(Correlation.KEPT_EVENTS);

        arrive("x".repeat((int) Correlation.KEPT_BYTES - 100), HOUR);
        assertThat(state.recent().stream()
                        .mapToLong(CorrelationState.Arrival::bytes)
                        .sum())
                .isLessThanOrEqualTo(Correlation.KEPT_BYTES);
        assertThat(state.recent()).hasSizeGreaterThan(1);
    }

    @Test
    void a_subscription_ends_at_its_time() {
        subscribe(1, null, null, BEGINNING.plus(HOUR));
        now = now.plus(HOUR);

        arrive("late", null);

        assertThat(sent).isEmpty();
        assertThat(state.waiting()).isEmpty();
    }

    @Test
    void nobody_is_woken_after_it_has_unsubscribed() {
        subscribe(1, null, null, null);
        apply(new UnsubscribeFromEvent(nextId(), KEY, execution(1), StepRunId.of("wait")));

        arrive("late", null);

        assertThat(sent).isEmpty();
    }

    @Test
    void duplicates_change_nothing() {
        SubscribeToEvent subscribe = subscription(1, null, HOUR, null);
        EventArrived arrived = new EventArrived(nextId(), KEY, event("e"), "e", HOUR);
        apply(subscribe);
        apply(arrived);
        CorrelationState before = state;

        apply(arrived);
        apply(subscribe);

        assertThat(state).isEqualTo(before);
        assertThat(sent).hasSize(1);
    }

    @Test
    void only_so_many_commands_are_remembered() {
        for (int number = 0; number < Correlation.REMEMBERED + 5; number++) {
            arrive("e", null);
        }

        assertThat(state.applied()).hasSize(Correlation.REMEMBERED);
    }

    @Test
    void a_state_says_until_when_it_is_of_use() {
        assertThat(state.usedUntil()).contains(Instant.EPOCH);
        arrive("e", HOUR);
        assertThat(state.usedUntil()).contains(BEGINNING.plus(HOUR));
        subscribe(1, "x", null, BEGINNING.plus(HOUR.multipliedBy(2)));
        assertThat(state.usedUntil()).contains(BEGINNING.plus(HOUR.multipliedBy(2)));
        subscribe(2, "x", null, null);
        assertThat(state.usedUntil()).isEmpty();
    }

    @Test
    void a_state_survives_being_stored() {
        subscribe(1, "x", HOUR, BEGINNING.plus(HOUR));
        arrive("e", HOUR);

        String stored = ContractJson.events().writeValueAsString(state);

        assertThat(ContractJson.events().readValue(stored, CorrelationState.class))
                .isEqualTo(state);
    }

    @Test
    void whoever_waits_when_an_event_comes_is_woken_exactly_once() {
        for (int seed = 0; seed < 200; seed++) {
            sent.clear();
            state = CorrelationState.EMPTY;
            Random random = new Random(seed);
            List<ToCorrelation> earlier = new ArrayList<>();
            int subscribers = 0;
            for (int step = 0; step < 60; step++) {
                ToCorrelation command = switch (random.nextInt(3)) {
                    case 0 -> subscription(++subscribers, null, random.nextBoolean() ? HOUR : null, null);
                    case 1 -> new EventArrived(nextId(), KEY, event("e"), "e", HOUR);
                    default -> earlier.isEmpty() ? null : earlier.get(random.nextInt(earlier.size()));
                };
                if (command != null) {
                    earlier.add(command);
                    apply(command);
                }
            }
            arrive("last", null);

            assertThat(woken()).as("seed %d", seed).hasSize(subscribers).doesNotHaveDuplicates();
            assertThat(sent.stream().map(ExecutionCommand::commandId)).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_key_is_the_same_on_both_sides_and_never_too_long() {
        assertThat(CorrelationKey.of("type", "input.personId", "p-77")).isEqualTo("type:input.personId:p-77");
        assertThat(CorrelationKey.of("type", "input.n", 1)).isEqualTo(CorrelationKey.of("type", "input.n", 1.0));
        assertThat(CorrelationKey.of("t".repeat(900), "e".repeat(900), "v".repeat(900)))
                .hasSizeLessThan(500);
    }

    private void subscribe(
            int execution, @Nullable String filter, @Nullable Duration lookback, @Nullable Instant until) {
        apply(subscription(execution, filter, lookback, until));
    }

    private SubscribeToEvent subscription(
            int execution, @Nullable String filter, @Nullable Duration lookback, @Nullable Instant until) {
        return new SubscribeToEvent(nextId(), KEY, execution(execution), StepRunId.of("wait"), filter, lookback, until);
    }

    private void arrive(String data, @Nullable Duration keepFor) {
        apply(new EventArrived(nextId(), KEY, event(data), data, keepFor));
    }

    private void apply(ToCorrelation command) {
        Correlation.Outcome outcome = Correlation.apply(state, command, EQUALITY, now);
        state = outcome.next();
        sent.addAll(outcome.commands());
    }

    private List<String> woken() {
        return sent.stream()
                .map(SignalStep.class::cast)
                .map(signal -> signal.executionId().value().getLeastSignificantBits() + " "
                        + ((Map<?, ?>) Objects.requireNonNull(signal.output())).get("data"))
                .toList();
    }

    private UUID nextId() {
        return new UUID(1, ++commandIds);
    }

    private static EventRef event(String id) {
        return new EventRef(id, "/source", "com.automatrix.message.inbound.v1", null, BEGINNING, null);
    }

    private static ExecutionId execution(int number) {
        return new ExecutionId(new UUID(7, number));
    }
}
