package com.automatrix.ai.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.ai.RunningAi;
import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AiCalls;
import com.automatrix.ai.call.Budgets.Reservation;
import com.automatrix.ai.call.Origin;
import com.automatrix.ai.provider.Message;
import com.automatrix.ai.provider.ProviderException;
import com.automatrix.ai.provider.Providers;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.time.Ids;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.TopicProbe;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class BudgetIT extends RunningAi {

    @Autowired
    private StoredBudgets budgets;

    @Autowired
    private BudgetService service;

    @Autowired
    private Providers providers;

    @Autowired
    private AiCalls calls;

    @Autowired
    private Ids ids;

    @LocalServerPort
    private int port;

    @AfterEach
    void removeBudgets() {
        service.replace(List.of());
    }

    @Test
    void a_budget_of_100_calls_lets_exactly_100_of_200_at_once_through() throws Exception {
        UUID workflow = ids.next();
        service.replace(List.of(new Budget(workflow, Budget.Period.DAY, null, 100L, Budget.WhenUsedUp.STOP)));

        List<String> outcomes = atOnce(200, () -> outcome(workflow));

        assertThat(outcomes).hasSize(200).filteredOn("answered"::equals).hasSize(100);
        assertThat(outcomes).filteredOn("ai.budget-exhausted"::equals).hasSize(100);
        assertThat(service.list().getFirst().calls()).isEqualTo(100);
    }

    @Test
    void money_is_never_exceeded_and_settled_to_the_cent() throws Exception {
        UUID workflow = ids.next();
        // Each call costs 1,000 × 2 + 100 × 10 dollars a million, which is 0.003; at most 0.001 more is set aside.
        service.replace(List.of(
                new Budget(null, Budget.Period.MONTH, new BigDecimal("1000"), null, Budget.WhenUsedUp.STOP),
                new Budget(workflow, Budget.Period.DAY, new BigDecimal("0.3"), null, Budget.WhenUsedUp.STOP)));

        List<String> outcomes = atOnce(200, () -> outcome(workflow));

        long answered = outcomes.stream().filter("answered"::equals).count();
        BudgetResponse used = service.list().getLast();
        assertThat(answered).isBetween(1L, 100L);
        assertThat(used.cost()).isEqualByComparingTo(new BigDecimal("0.003").multiply(BigDecimal.valueOf(answered)));
        assertThat(used.cost()).isLessThanOrEqualTo(new BigDecimal("0.3"));
    }

    @Test
    void a_call_that_was_not_answered_costs_nothing_and_one_that_was_abandoned_costs_what_was_set_aside() {
        UUID workflow = ids.next();
        service.replace(
                List.of(new Budget(workflow, Budget.Period.DAY, new BigDecimal("10"), null, Budget.WhenUsedUp.STOP)));

        reserve(workflow).release();
        assertThat(used().calls()).isZero();
        assertThat(used().cost()).isEqualByComparingTo("0");

        reserve(workflow);
        BigDecimal aside = used().cost();
        service.settleAbandoned(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(used().cost()).isEqualByComparingTo(aside).isPositive();
        assertThat(used().calls()).isEqualTo(1);
    }

    @Test
    void what_is_free_may_be_asked_when_the_budget_says_fallback() {
        UUID workflow = ids.next();
        AiCall call = call(workflow);
        service.replace(List.of(new Budget(workflow, Budget.Period.DAY, null, 0L, Budget.WhenUsedUp.FALLBACK)));

        assertThatThrownBy(() -> budgets.reserve(call, providers.target(null))).isInstanceOf(ProviderException.class);
        assertThat(budgets.reserve(call, providers.target("local")).settle(new Usage(null, 1, 1, null)))
                .isEqualByComparingTo("0");

        service.replace(List.of(new Budget(workflow, Budget.Period.DAY, null, 0L, Budget.WhenUsedUp.STOP)));
        assertThatThrownBy(() -> budgets.reserve(call, providers.target("local")))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void a_warning_is_sent_once_at_four_fifths() {
        UUID workflow = ids.next();
        service.replace(List.of(new Budget(workflow, Budget.Period.MONTH, null, 5L, Budget.WhenUsedUp.STOP)));

        try (TopicProbe events = TopicProbe.of(Topics.DEALERSHIP_PLATFORM)) {
            for (int i = 0; i < 5; i++) {
                reserve(workflow).settle(new Usage("test-model", 1, 1, null));
            }
            var warning = events.await(record -> record.key().endsWith(workflow.toString()));

            assertThat(new String(warning.value(), StandardCharsets.UTF_8))
                    .contains("\"calls\":4", "\"maxCalls\":5", workflow.toString());
            assertThat(service.list().getFirst().calls()).isEqualTo(5);
        }
    }

    @Test
    void usage_is_added_up_by_day_workflow_and_model() {
        UUID workflow = ids.next();
        calls.ask(call(workflow));

        Http viewer = Http.as("VIEWER", port);
        var usage = viewer.get("/api/ai/usage").json();

        assertThat(usage.path("byDay").path(0).path("cost").decimalValue()).isPositive();
        assertThat(usage.path("byModel").toString()).contains("openai/test-model");
        assertThat(usage.path("byWorkflow").toString()).contains(workflow.toString());
        assertThat(viewer.get("/api/ai/usage?from=2026-05-02&to=2026-05-01").status())
                .isEqualTo(400);
        assertThat(viewer.get("/api/ai/models").response().body()).contains("openai/test-model", "local");
        assertThat(viewer.get("/api/ai/calls?limit=1&workflowId=" + workflow).text("/items/0/outcome"))
                .isEqualTo("answered");
    }

    @Test
    void budgets_are_changed_by_administrators_and_read_by_all() {
        String daily = "[{\"period\":\"DAY\",\"maxCost\":5,\"whenUsedUp\":\"STOP\"}]";
        Http admin = Http.as("ADMIN", port);

        assertThat(Http.as("BUILDER", port).put("/api/ai/budgets", daily).status())
                .isEqualTo(403);
        assertThat(admin.put("/api/ai/budgets", daily).status()).isEqualTo(200);
        assertThat(Http.as("VIEWER", port).get("/api/ai/budgets").text("/0/period"))
                .isEqualTo("DAY");
        assertThat(admin.put("/api/ai/budgets", "[{\"period\":\"DAY\",\"whenUsedUp\":\"STOP\"}]")
                        .status())
                .isEqualTo(400);
        assertThat(admin.put("/api/ai/budgets", daily.replace("]", ",") + daily.substring(1))
                        .violations())
                .containsExactly("/1 ai.duplicate-budget");
    }

    @Test
    void an_identical_call_is_answered_from_what_was_kept() {
        AiCall call = call(ids.next()).withCache(true);
        calls.ask(call);

        Usage again = calls.ask(call).usage();

        assertThat(again.promptTokens()).isZero();
    }

    private BudgetResponse used() {
        return service.list().getFirst();
    }

    private Reservation reserve(UUID workflow) {
        return budgets.reserve(call(workflow), providers.target(null));
    }

    private String outcome(UUID workflow) {
        try {
            calls.ask(call(workflow));
            return "answered";
        } catch (ProviderException e) {
            return e.code();
        }
    }

    /** As long as the model says that it is: a thousand tokens. */
    private static AiCall call(UUID workflow) {
        Origin origin = new Origin(null, workflow, null, null, null, null);
        return AiCall.of(
                        "test",
                        origin,
                        List.of(Message.instructions("Repeat. ".repeat(250)), Message.data("Hello " + workflow)))
                .withLimits(100L, null, null);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            tasks.add(work);
        }
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
        }
        return results;
    }
}
