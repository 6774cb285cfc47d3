package com.automatrix.execution.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class HalvingTest {

    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> culprits = new ArrayList<>();

    @Test
    void all_but_the_culprits_are_done_in_order() {
        List<Integer> items = IntStream.range(0, 20).boxed().toList();

        Halving.process(items, batch -> doUnless(batch, List.of(3, 17)), (culprit, reason) -> culprits.add(culprit));

        assertThat(culprits).containsExactly(3, 17);
        assertThat(done)
                .containsExactlyElementsOf(
                        items.stream().filter(i -> i != 3 && i != 17).toList());
    }

    @Test
    void a_failure_that_may_pass_blames_nobody() {
        assertThatThrownBy(() -> Halving.process(
                        List.of(1, 2),
                        batch -> {
                            throw new QueryTimeoutException("busy");
                        },
                        (culprit, reason) -> culprits.add(culprit)))
                .isInstanceOf(QueryTimeoutException.class);

        assertThat(culprits).isEmpty();
    }

    @Test
    void what_passes_is_told_from_what_does_not() {
        assertThat(Halving.isPassing(sql("08006"))).isTrue();
        assertThat(Halving.isPassing(sql("40001"))).isTrue();
        assertThat(Halving.isPassing(sql("53100"))).isTrue();
        assertThat(Halving.isPassing(sql("57P01"))).isTrue();
        assertThat(Halving.isPassing(new CannotCreateTransactionException("away")))
                .isTrue();
        assertThat(Halving.isPassing(new OwnershipLost("gone"))).isTrue();
        assertThat(Halving.isPassing(sql("22P05"))).isFalse();
        assertThat(Halving.isPassing(sql("23505"))).isFalse();
        assertThat(Halving.isPassing(new IllegalStateException("defect"))).isFalse();
    }

    private void doUnless(List<Integer> batch, List<Integer> bad) {
        if (batch.stream().anyMatch(bad::contains)) {
            throw new DataIntegrityViolationException("no");
        }
        done.addAll(batch);
    }

    private static RuntimeException sql(String state) {
        return new UncategorizedSQLException("batch", null, new SQLException("no", state));
    }
}
