package com.automatrix.execution.lead;

import com.automatrix.execution.lead.LeadService.ReceivedDocument;
import com.automatrix.execution.lead.LeadService.Taken;
import com.automatrix.execution.messaging.Halving;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Stores documents: a lone one at once, and in one transaction those that have come while another one was stored. The
 * thread whose turn it is stores them for all that wait.
 */
@Component
class LeadCommits {

    private static final int LARGEST_GROUP = 50;
    private static final long LARGEST_BYTES = 1L << 20;

    private final Function<List<ReceivedDocument>, List<List<Taken>>> store;
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    @Autowired
    LeadCommits(LeadService leads) {
        this(leads::store);
    }

    /** @param store one transaction; gives what became of each document, in their order */
    LeadCommits(Function<List<ReceivedDocument>, List<List<Taken>>> store) {
        this.store = store;
    }

    private record Entry(ReceivedDocument document, CompletableFuture<List<Taken>> taken) {}

    /** Returns when the document is durable, with what became of its leads. */
    List<Taken> store(ReceivedDocument document) {
        Entry entry = new Entry(document, new CompletableFuture<>());
        waiting.add(entry);
        turn.lock();
        try {
            while (!entry.taken.isDone()) {
                commit(nextGroup());
            }
        } finally {
            turn.unlock();
        }
        return taken(entry);
    }

    /** How many documents are in no group yet. */
    int waiting() {
        return waiting.size();
    }

    private static List<Taken> taken(Entry entry) {
        try {
            return entry.taken.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private List<Entry> nextGroup() {
        List<Entry> group = new ArrayList<>();
        long bytes = 0;
        while (group.size() < LARGEST_GROUP && bytes < LARGEST_BYTES) {
            Entry next = waiting.poll();
            if (next == null) {
                break;
            }
            group.add(next);
            bytes += next.document.document().content().length;
        }
        return group;
    }

    private void commit(List<Entry> group) {
        try {
            Halving.process(group, this::commitAll, (culprit, failure) -> culprit.taken.completeExceptionally(failure));
        } catch (RuntimeException failure) {
            group.forEach(entry -> entry.taken.completeExceptionally(failure));
        }
    }

    private void commitAll(List<Entry> group) {
        List<List<Taken>> taken =
                store.apply(group.stream().map(Entry::document).toList());
        for (int i = 0; i < group.size(); i++) {
            group.get(i).taken.complete(taken.get(i));
        }
    }
}
