package com.automatrix.execution.task;

import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.messaging.CommandOutbox;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.people.People;
import com.automatrix.platform.people.PeopleUnknown;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.security.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with tasks. A decision is durable, and on its way to the execution, when it is answered. */
@Service
class TaskService {

    private final TaskTable tasks;
    private final Answer answers;
    private final CommandOutbox outbox;
    private final CloudEventRecords events;
    private final TransactionTemplate transaction;
    private final TaskDiary diary;
    private final People people;

    TaskService(
            TaskTable tasks,
            Answer answers,
            CommandOutbox outbox,
            CloudEventRecords events,
            TransactionTemplate transaction,
            TaskDiary diary,
            People people) {
        this.tasks = tasks;
        this.answers = answers;
        this.outbox = outbox;
        this.events = events;
        this.transaction = transaction;
        this.diary = diary;
        this.people = people;
    }

    Page<TaskSummary> list(TaskFilter filter, CurrentUser user, Limit limit, Optional<Cursor> after) {
        List<TaskSummary> rows = tasks.list(filter, user, after, new TaskTable.Page(limit.rowsToRead(), diary.now()));
        return Page.cut(rows, limit.value(), TaskTable::cursor);
    }

    TaskCounts count(CurrentUser user) {
        return tasks.count(user, diary.now());
    }

    TaskDetail get(UUID id, CurrentUser user) {
        return tasks.find(id).orElseThrow(() -> Refusals.notFound(id)).detail(user);
    }

    TaskDetail claim(UUID id, CurrentUser user) {
        return change(id, user, "task.claimed", task -> {
            if (task.isClaimedByAnother(user)) {
                throw Refusals.claimed(task);
            }
            tasks.claim(id, user, diary.now());
        });
    }

    /** Gives a task back; only an administrator does so for somebody else. */
    TaskDetail release(UUID id, CurrentUser user) {
        return change(id, user, "task.released", task -> {
            if (task.isClaimedByAnother(user) && !user.has(Role.ADMIN)) {
                throw Refusals.claimed(task);
            }
            tasks.release(id);
        });
    }

    TaskDetail reassign(UUID id, ReassignTaskRequest request, CurrentUser user) {
        String assignee =
                request.assignee() == null ? null : request.assignee().strip().toLowerCase(Locale.ROOT);
        if (assignee != null && isNobody(assignee)) {
            throw Refusals.unknownPerson(assignee);
        }
        return change(id, user, "task.reassigned", task -> {
            String role =
                    Objects.requireNonNullElse(request.role(), task.summary().role());
            tasks.reassign(id, role.strip(), assignee);
        });
    }

    /** Where nobody can be asked, a task is handed on all the same. */
    private boolean isNobody(String email) {
        try {
            return people.in(email).isEmpty();
        } catch (PeopleUnknown unknown) {
            return false;
        }
    }

    /** A change of an open task by one of those that it is for. */
    @FunctionalInterface
    private interface Change {
        void make(StoredTask task);
    }

    private TaskDetail change(UUID id, CurrentUser user, String action, Change change) {
        transaction.executeWithoutResult(status -> {
            StoredTask before = allowed(id, user);
            if (!before.isOpen()) {
                throw Refusals.closed(before);
            }
            change.make(before);
            diary.changed(action, before, tasks.find(id).orElse(before));
        });
        return get(id, user);
    }

    /**
     * Decides, once: the same decision may come again.
     *
     * @throws NotFound with {@code task.not-found}
     * @throws Forbidden with {@code task.not-yours}
     * @throws Conflict with {@code task.already-decided}, {@code task.expired}, {@code task.cancelled} or {@code
     *     task.claimed}
     */
    TaskDetail decide(UUID id, DecideTaskRequest request, CurrentUser user) {
        decide(id, request, user, false);
        return get(id, user);
    }

    /** The same for one of several that are decided together, which only an approval that allows it can be. */
    void decideTogether(UUID id, DecideTaskRequest request, CurrentUser user) {
        decide(id, request, user, true);
    }

    private void decide(UUID id, DecideTaskRequest request, CurrentUser user, boolean together) {
        OutboxBatch told = transaction.execute(status -> {
            StoredTask task = allowed(id, user);
            if (task.summary().state() == TaskState.DONE
                    && request.id() != null
                    && request.id().equals(task.decisionId())) {
                return null;
            }
            if (!task.isOpen()) {
                throw Refusals.closed(task);
            }
            if (task.isClaimedByAnother(user)) {
                throw Refusals.claimed(task);
            }
            if (together && !task.summary().bulk()) {
                throw Refusals.notTogether(task);
            }
            return decide(task, answers.of(task, request), user);
        });
        if (told != null) {
            outbox.send(told);
        }
    }

    private OutboxBatch decide(StoredTask task, TaskDecision decision, CurrentUser user) {
        Instant now = diary.now();
        tasks.decide(task.id(), decision, user, now);
        diary.decided(task, decision, user, now);
        SignalStep signal = new SignalStep(
                decision.id(),
                task.executionId(),
                task.step(),
                decision.outcome().handle(),
                output(task, decision, user, now),
                user.id().toString());
        return outbox.append(List.of(OutgoingRecord.of(events.record(
                Topics.EXECUTION_COMMANDS, signal.aggregateKey(), MessageTypes.EXECUTION_COMMAND, signal))));
    }

    private static Map<String, @Nullable Object> output(
            StoredTask task, TaskDecision decision, CurrentUser user, Instant now) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        if (task.summary().kind() == Kind.APPROVAL) {
            output.put("decision", decision.outcome().name());
        }
        if (decision.answer() != null) {
            output.put("form", decision.answer());
        }
        if (decision.comment() != null) {
            output.put("comment", decision.comment());
        }
        output.put("by", user.name());
        output.put("at", now.toString());
        return output;
    }

    private StoredTask allowed(UUID id, CurrentUser user) {
        StoredTask task = tasks.lock(id).orElseThrow(() -> Refusals.notFound(id));
        if (!task.isFor(user)) {
            throw Refusals.notYours(task);
        }
        return task;
    }
}
