package com.automatrix.execution.trigger;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.execution.messaging.CopyTail;
import com.automatrix.execution.steptype.StepTypeTail;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Copies what workflow-service publishes into this service's own tables, from the beginning at every start. */
@Component
public class PublicationTail implements SmartLifecycle {

    private static final int BEFORE_THE_ROUTER = SmartLifecycle.DEFAULT_PHASE - 20;

    private final CopyTail tail;
    private final CloudEventRecords events;
    private final WorkflowVersionStore store;
    private final PublishedWorkflows workflows;
    private final TriggerIndex index;
    private final StepTypeTail stepTypes;

    PublicationTail(
            CopyTail.Factory tails,
            CloudEventRecords events,
            WorkflowVersionStore store,
            PublishedWorkflows workflows,
            TriggerIndex index,
            StepTypeTail stepTypes) {
        this.tail = tails.create(Topics.WORKFLOW_PUBLISHED, this::apply);
        this.events = events;
        this.store = store;
        this.workflows = workflows;
        this.index = index;
        this.stepTypes = stepTypes;
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public void stop() {
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
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        WorkflowId workflowId = workflowId(message);
        WorkflowVersionStore.Change change =
                new WorkflowVersionStore.Change(Instant.ofEpochMilli(message.timestamp()), message.offset());
        if (message.value() == null) {
            store.unpublish(workflowId, change);
        } else {
            WorkflowPublished published = events.data(message, WorkflowPublished.class);
            stepTypes.learn(
                    published.definition().nodes().stream().map(Node::type).toList());
            store.publish(published, change);
        }
        index.changed();
        workflows.changed(workflowId);
    }

    private static WorkflowId workflowId(ConsumerRecord<String, byte[]> message) {
        try {
            return WorkflowId.parse(String.valueOf(message.key()));
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableRecord("Expected a workflow id as the key, but it is none.", malformed);
        }
    }
}
