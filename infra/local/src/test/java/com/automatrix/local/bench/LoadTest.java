package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private final Load load = new Load();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void close() {
        load.close();
    }

    @Test
    void as_many_requests_are_made_as_are_asked_for() {
        load.run(100, requests::incrementAndGet);

        assertThat(requests).hasValue(100);
    }

    @Test
    void all_clients_are_at_work_at_once() {
        var together = new CountDownLatch(Load.CLIENTS);

        load.run(Load.CLIENTS, () -> {
            together.countDown();
            await(together);
        });

        assertThat(together.getCount()).isZero();
    }

    @Test
    void the_first_failure_ends_it() {
        assertThatThrownBy(() -> load.run(1_000_000, () -> {
                    requests.incrementAndGet();
                    throw new Failure("The door is shut.");
                }))
                .isInstanceOf(Failure.class)
                .hasMessage("The door is shut.");
        assertThat(requests.get()).isLessThanOrEqualTo(Load.CLIENTS);
    }

    @Test
    void what_is_no_known_failure_is_told_with_its_cause() {
        assertThatThrownBy(() -> load.run(1, () -> {
                    throw new IllegalArgumentException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a bug");
    }

    @Test
    void whoever_waits_for_it_can_be_interrupted() {
        var never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> load.run(1, () -> await(never))).hasMessage("Interrupted.");

        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
