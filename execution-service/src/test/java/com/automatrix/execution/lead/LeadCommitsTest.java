package com.automatrix.execution.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.automatrix.execution.lead.LeadService.ReceivedDocument;
import com.automatrix.execution.lead.LeadService.Taken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class LeadCommitsTest {

    private static final String BROKEN = "broken";

    private final List<Integer> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final LeadCommits commits = new LeadCommits(this::store);

    @Test
    void what_comes_meanwhile_is_stored_together_and_what_cannot_be_fails_alone() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Taken>> first = senders.submit(() -> commits.store(document("first", 10)));
            await().until(() -> groups.size() == 1);
            List<Future<List<Taken>>> others = IntStream.range(0, 8)
                    .mapToObj(number -> document(number == 3 ? BROKEN : "fine", 10))
                    .map(document -> senders.submit(() -> commits.store(document)))
                    .toList();
            await().until(() -> commits.waiting() == 8);

            mayGoOn.countDown();

            assertThat(first.get()).isEmpty();
            for (int i = 0; i < others.size(); i++) {
                Future<List<Taken>> other = others.get(i);
                if (i == 3) {
                    assertThatThrownBy(other::get)
                            .isInstanceOf(ExecutionException.class)
                            .hasRootCauseMessage("It is broken.");
                } else {
                    assertThat(other.get()).isEmpty();
                }
            }
        }
        // All eight, then halves until the broken one is alone.
        assertThat(groups.subList(0, 2)).containsExactly(1, 8);
        assertThat(groups).hasSize(8);
    }

    @Test
    void large_documents_do_not_pile_up_in_one_transaction() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Taken>> first = senders.submit(() -> commits.store(document("first", 10)));
            await().until(() -> groups.size() == 1);
            List<Future<List<Taken>>> others = IntStream.range(0, 4)
                    .mapToObj(number -> senders.submit(() -> commits.store(document("large", 700_000))))
                    .toList();
            await().until(() -> commits.waiting() == 4);

            mayGoOn.countDown();

            assertThat(first.get()).isEmpty();
            for (Future<List<Taken>> other : others) {
                assertThat(other.get()).isEmpty();
            }
        }
        assertThat(groups).containsExactly(1, 2, 2);
    }

    @Test
    void while_the_database_is_away_each_sender_is_told() {
        LeadCommits without = new LeadCommits(documents -> {
            throw new TransientDataAccessResourceException("The database is away.");
        });

        assertThatThrownBy(() -> without.store(document("fine", 10))).hasMessage("The database is away.");
    }

    private List<List<Taken>> store(List<ReceivedDocument> documents) {
        groups.add(documents.size());
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (documents.stream()
                .anyMatch(document -> document.document().contentType().equals(BROKEN))) {
            throw new IllegalArgumentException("It is broken.");
        }
        return documents.stream().map(document -> List.<Taken>of()).toList();
    }

    private static ReceivedDocument document(String type, int bytes) {
        return new ReceivedDocument(
                new UUID(0, 7),
                Instant.EPOCH,
                Channel.ADF_HTTP,
                new IncomingDocument(new byte[bytes], type),
                List.of());
    }
}
