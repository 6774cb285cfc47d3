package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.execution.messaging.Halving;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Copies what workflow-service publishes into this service's own tables, from the beginning at every start. */
@Component
class PublicationTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PublicationTail.class);
    private static final int BEFORE_THE_ROUTER = SmartLifecycle.DEFAULT_PHASE - 20;
    private static final long PAUSE_MILLIS = 500;

    private final TopicTail tail;
    private final CloudEventRecords events;
    private final DeadLetters deadLetters;
    private final WorkflowVersionStore store;
    private final PublishedWorkflows workflows;
    private final TriggerIndex index;
    private volatile CountDownLatch stopped = new CountDownLatch(1);

    PublicationTail(
            TopicTail.Factory tails,
            CloudEventRecords events,
            DeadLetters deadLetters,
            WorkflowVersionStore store,
            PublishedWorkflows workflows,
            TriggerIndex index) {
        this.tail = tails.create(Topics.WORKFLOW_PUBLISHED, this::handle);
        this.events = events;
        this.deadLetters = deadLetters;
        this.store = store;
        this.workflows = workflows;
        this.index = index;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        index.reload();
        tail.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_ROUTER;
    }

    /** Whether what was published before the start is known, so that no event can miss its trigger. */
    boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        while (true) {
            try {
                apply(message);
                return;
            } catch (UnreadableRecord unreadable) {
                deadLetters.send(message, unreadable.reason());
                return;
            } catch (RuntimeException failure) {
                if (!Halving.isPassing(failure) || isStoppedAfterPause()) {
                    throw failure;
                }
                log.warn("publication not stored, trying again because={}", failure.getMessage());
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        WorkflowId workflowId = workflowId(message);
        WorkflowVersionStore.Change change =
                new WorkflowVersionStore.Change(Instant.ofEpochMilli(message.timestamp()), message.offset());
        if (message.value() == null) {
            store.unpublish(workflowId, change);
        } else {
            store.publish(events.data(message, WorkflowPublished.class), change);
        }
        index.reload();
        workflows.changed(workflowId);
    }

    private static WorkflowId workflowId(ConsumerRecord<String, byte[]> message) {
        try {
            return WorkflowId.parse(String.valueOf(message.key()));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableRecord("Expected a workflow id as the key, but it is none.", malformed);
        }
    }

    private boolean isStoppedAfterPause() {
        try {
            return stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
