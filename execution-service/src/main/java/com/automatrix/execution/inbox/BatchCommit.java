package com.automatrix.execution.inbox;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.ExecutionEvents;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.engine.Lifelines;
import com.automatrix.execution.history.EndWatches;
import com.automatrix.execution.history.HistoryProjection;
import com.automatrix.execution.history.HistoryRows;
import com.automatrix.execution.inbox.Batch.Touched;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.AggregateRow;
import com.automatrix.execution.persistence.ExecutionChange;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.persistence.StateRow;
import com.automatrix.execution.persistence.TimelineRow;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.time.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a batch in one transaction, which only the partitions' current owner can commit. */
@Component
class BatchCommit {

    private final TransactionTemplate transaction;
    private final InboxStores stores;
    private final EndWatches ends;
    private final CloudEventRecords events;
    private final Ids ids;

    BatchCommit(
            TransactionTemplate transaction, InboxStores stores, EndWatches ends, CloudEventRecords events, Ids ids) {
        this.transaction = transaction;
        this.stores = stores;
        this.ends = ends;
        this.events = events;
        this.ids = ids;
    }

    /**
     * Commits the batch, and tells those who wait in this process for what has ended with it.
     *
     * @param published outbox rows of earlier batches that the broker has by now
     * @return what is to be published now
     */
    List<OutboxBatch> commit(Batch batch, Collection<UUID> published) {
        HistoryRows rows = tell(batch);
        List<StateRow> live = batch.live().stream()
                .map(touched -> stateRow(touched, batch.now))
                .toList();
        Set<UUID> ended = batch.ended().stream()
                .filter(touched -> touched.wasLive)
                .map(touched -> touched.state.id().value())
                .collect(Collectors.toSet());
        List<AggregateRow> aggregates = batch.aggregates.rows(batch.now);
        List<OutboxBatch> outgoing = outgoing(batch);
        List<OutboxBatch> deferred = batch.deferred.isEmpty()
                ? List.of()
                : List.of(new OutboxBatch(ids.next(), OutboxBatch.NO_PARTITION, batch.deferred));

        transaction.executeWithoutResult(status -> {
            stores.owners().advance(batch.owners.values());
            stores.history().insertPending(batch.unannounced);
            stores.states().save(live);
            stores.states().remove(ended);
            stores.aggregates().save(aggregates);
            stores.timers().set(batch.timersSet.values());
            stores.timers().clear(batch.timersCleared);
            stores.timers().clearAllOf(ended);
            stores.tasks().write(batch.tasks, batch.now);
            stores.outbox().delete(published);
            stores.outbox().insert(outgoing, batch.now);
            stores.outbox().insert(deferred, batch.now);
            rows.writeTo(stores.history());
        });
        batch.ended().forEach(touched -> ends.ended(touched.state.id()));
        return outgoing;
    }

    private HistoryRows tell(Batch batch) {
        HistoryRows rows = new HistoryRows();
        for (Touched touched : batch.touched.values()) {
            if (!touched.events.isEmpty()) {
                HistoryProjection projection = new HistoryProjection(touched.version, touched.state, rows);
                touched.events.forEach(projection::project);
                ExecutionEvents told = new ExecutionEvents(
                        touched.state.id(),
                        touched.state.workflowId(),
                        touched.state.workflowVersion(),
                        touched.state.correlationId(),
                        touched.events);
                rows.add(tell(told, touched.partition, touched.traceparent, batch));
            }
        }
        batch.neverStarted.forEach((command, error) -> tellNeverStarted(command, error, batch, rows));
        return rows;
    }

    private void tellNeverStarted(StartExecution command, ExecutionError error, Batch batch, HistoryRows rows) {
        rows.add(new ExecutionChange(
                command.executionId().value(), "FAILED", null, false, null, JsonText.write(error), batch.now));
        rows.addError(command.executionId().value(), error.message());
        ExecutionEvents told = new ExecutionEvents(
                command.executionId(),
                command.workflowId(),
                Objects.requireNonNullElse(command.version(), 0),
                command.correlationId(),
                List.of(new ExecutionEvent.Failed(1, batch.now, error)));
        int partition = batch.owners.keySet().iterator().next();
        rows.add(tell(told, partition, null, batch));
    }

    private TimelineRow tell(ExecutionEvents told, int partition, @Nullable String traceparent, Batch batch) {
        ProducerRecord<String, byte[]> message = events.record(
                Topics.EXECUTION_EVENTS,
                told.executionId().toString(),
                MessageTypes.EXECUTION_EVENTS,
                told,
                told.correlationId());
        batch.send(partition, OutgoingRecord.of(message).withTraceparent(traceparent));
        return new TimelineRow(
                told.executionId().value(),
                told.events().getFirst().sequence(),
                told.events().getLast().sequence(),
                Objects.requireNonNull(message.value()));
    }

    private static StateRow stateRow(Touched touched, Instant now) {
        return new StateRow(
                touched.state.id().value(),
                touched.partition,
                ContractJson.events().writeValueAsBytes(touched.state),
                Lifelines.timers(touched.version.compiled(), touched.state).size(),
                now);
    }

    private List<OutboxBatch> outgoing(Batch batch) {
        List<OutboxBatch> outgoing = new ArrayList<>();
        batch.outgoing.forEach((partition, records) -> outgoing.add(new OutboxBatch(ids.next(), partition, records)));
        return outgoing;
    }
}
