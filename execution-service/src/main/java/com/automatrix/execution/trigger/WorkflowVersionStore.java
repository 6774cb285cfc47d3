package com.automatrix.execution.trigger;

import com.automatrix.contracts.definition.EventTrigger;
import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.definition.Trigger;
import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.platform.time.Ids;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of published versions, of which one is in force, and of their triggers. */
@Repository
class WorkflowVersionStore {

    private final JdbcClient jdbc;
    private final AwaitedEventStore awaitedEvents;
    private final List<PublicationListener> listeners;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Ids ids;

    WorkflowVersionStore(
            JdbcClient jdbc,
            AwaitedEventStore awaitedEvents,
            List<PublicationListener> listeners,
            TransactionTemplate transaction,
            InstantSource clock,
            Ids ids) {
        this.jdbc = jdbc;
        this.awaitedEvents = awaitedEvents;
        this.listeners = List.copyOf(listeners);
        this.transaction = transaction;
        this.clock = clock;
        this.ids = ids;
    }

    /** A version as it is stored. */
    record StoredVersion(WorkflowId workflowId, int version, String name, WorkflowDefinition definition) {}

    /**
     * Which version new executions start with.
     *
     * @param version null if none is published any more
     * @param paused whether nothing may start the workflow for now
     */
    record InForce(@Nullable Integer version, boolean paused) {

        private static final InForce NONE = new InForce(null, false);

        private static InForce of(WorkflowPublished published) {
            return new InForce(published.version(), Boolean.TRUE.equals(published.paused()));
        }
    }

    /** When a publication was written, and where: a topic that is read again brings nothing new. */
    record Change(Instant at, long offset) {}

    /** Stores a version and puts it in force, unless something later is known already. */
    void publish(WorkflowPublished published, Change change) {
        transaction.executeWithoutResult(status -> {
            UUID workflowId = published.workflowId().value();
            insert(published);
            awaitedEvents.insert(published);
            if (putInForce(workflowId, InForce.of(published), change)) {
                removeTriggers(workflowId);
                published.definition().triggers().forEach(trigger -> {
                    insert(workflowId, published.version(), trigger);
                    if (trigger instanceof WebhookTrigger) {
                        ensureWebhook(workflowId, trigger.id());
                    }
                });
                listeners.forEach(listener -> listener.published(published));
            }
        });
    }

    /** Leaves no version in force, unless something later is known already. */
    void unpublish(WorkflowId workflowId, Change change) {
        transaction.executeWithoutResult(status -> {
            if (putInForce(workflowId.value(), InForce.NONE, change)) {
                removeTriggers(workflowId.value());
                listeners.forEach(listener -> listener.withdrawn(workflowId));
            }
        });
    }

    Optional<StoredVersion> find(WorkflowId workflowId, int version) {
        return jdbc.sql("SELECT name, definition FROM workflow_versions WHERE workflow_id = ? AND version = ?")
                .params(workflowId.value(), version)
                .query((row, number) -> new StoredVersion(
                        workflowId, version, row.getString("name"), definition(row.getString("definition"))))
                .optional();
    }

    /** What is in force; empty if nothing has been heard of the workflow. */
    Optional<InForce> inForce(WorkflowId workflowId) {
        return jdbc.sql("SELECT version, paused FROM published_workflows WHERE workflow_id = ?")
                .param(workflowId.value())
                .query((row, number) -> new InForce(row.getObject("version", Integer.class), row.getBoolean("paused")))
                .optional();
    }

    List<ActiveTrigger> triggers() {
        return jdbc.sql("""
                        SELECT t.workflow_id, v.name, t.version, t.trigger_id, t.type, t.event_type, t.filter,
                               p.paused, t.active_since
                          FROM triggers t JOIN workflow_versions v USING (workflow_id, version)
                          JOIN published_workflows p USING (workflow_id)
                         ORDER BY v.name, t.workflow_id, t.trigger_id""")
                .query((row, number) -> new ActiveTrigger(
                        new WorkflowId(row.getObject("workflow_id", UUID.class)),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getString("trigger_id"),
                        row.getString("type"),
                        row.getString("event_type"),
                        row.getString("filter"),
                        row.getBoolean("paused"),
                        row.getObject("active_since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void insert(WorkflowPublished published) {
        jdbc.sql("""
                        INSERT INTO workflow_versions (workflow_id, version, name, definition, published_at)
                        VALUES (?, ?, ?, ?::json, ?) ON CONFLICT (workflow_id, version) DO NOTHING""")
                .params(
                        published.workflowId().value(),
                        published.version(),
                        published.name(),
                        ContractJson.definitions().writeValueAsString(published.definition()),
                        time(published.publishedAt()))
                .update();
    }

    private boolean putInForce(UUID workflowId, InForce next, Change change) {
        return jdbc.sql("""
                                INSERT INTO published_workflows AS p
                                       (workflow_id, version, paused, changed_at, record_offset, active_since)
                                VALUES (:workflowId, :version, :paused, :changedAt, :offset, :now)
                                ON CONFLICT (workflow_id) DO UPDATE
                                   SET version = excluded.version, paused = excluded.paused,
                                       changed_at = excluded.changed_at, record_offset = excluded.record_offset,
                                       active_since = excluded.active_since
                                 WHERE (excluded.changed_at, excluded.record_offset) > (p.changed_at, p.record_offset)""")
                        .param("workflowId", workflowId)
                        .param("version", next.version(), Types.INTEGER)
                        .param("paused", next.paused())
                        .param("changedAt", time(change.at()))
                        .param("offset", change.offset())
                        .param("now", time(clock.instant()))
                        .update()
                == 1;
    }

    private void removeTriggers(UUID workflowId) {
        jdbc.sql("DELETE FROM triggers WHERE workflow_id = ?").param(workflowId).update();
    }

    private void insert(UUID workflowId, int version, Trigger trigger) {
        EventTrigger event = trigger instanceof EventTrigger of ? of : null;
        jdbc.sql("""
                        INSERT INTO triggers (workflow_id, trigger_id, version, type, event_type, filter, active_since)
                        VALUES (:workflowId, :triggerId, :version, :type, :eventType, :filter, :now)""")
                .param("workflowId", workflowId)
                .param("triggerId", trigger.id())
                .param("version", version)
                .param("type", type(trigger))
                .param("eventType", event == null ? null : event.eventType(), Types.VARCHAR)
                .param("filter", event == null ? null : event.filter(), Types.VARCHAR)
                .param("now", time(clock.instant()))
                .update();
    }

    /** Its address is made once: it stays the same over versions, and while the trigger is away. */
    private void ensureWebhook(UUID workflowId, String triggerId) {
        jdbc.sql("""
                        INSERT INTO webhooks (id, workflow_id, trigger_id, created_at)
                        VALUES (?, ?, ?, ?) ON CONFLICT (workflow_id, trigger_id) DO NOTHING""")
                .params(ids.next(), workflowId, triggerId, time(clock.instant()))
                .update();
    }

    private static String type(Trigger trigger) {
        return switch (trigger) {
            case EventTrigger event -> "event";
            case ScheduleTrigger schedule -> "schedule";
            case WebhookTrigger webhook -> "webhook";
        };
    }

    private static WorkflowDefinition definition(String json) {
        return ContractJson.events().readValue(json, WorkflowDefinition.class);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
