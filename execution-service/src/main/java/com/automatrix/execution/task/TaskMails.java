package com.automatrix.execution.task;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.execution.engine.OpeningHours;
import com.automatrix.execution.message.Notice;
import com.automatrix.execution.message.Notices;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.platform.people.People;
import com.automatrix.platform.people.People.Person;
import com.automatrix.platform.people.PeopleUnknown;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to those whom a task is given to, when it is, when they are reminded, and when others are asked instead. */
@Component
class TaskMails {

    private static final Logger log = LoggerFactory.getLogger(TaskMails.class);
    private static final int MOST_PEOPLE = 200;

    private final TellingTable table;
    private final People people;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final TaskMailProperties properties;
    private final DealershipSettings settings;
    private final InstantSource clock;

    TaskMails(
            TellingTable table,
            People people,
            Notices notices,
            TransactionTemplate transaction,
            TaskMailProperties properties,
            DealershipSettings settings,
            InstantSource clock) {
        this.table = table;
        this.people = people;
        this.notices = notices;
        this.transaction = transaction;
        this.properties = properties;
        this.settings = settings;
        this.clock = clock;
    }

    /** What cannot be told, because nobody says whom, is told later. */
    void tell() {
        for (Occasion occasion : Occasion.values()) {
            try {
                table.due(occasion).forEach(task -> tell(occasion, task));
            } catch (PeopleUnknown unknown) {
                log.warn("people not told of tasks occasion={} because=\"{}\"", occasion, unknown.getMessage());
            }
        }
        notices.sendDue();
    }

    private void tell(Occasion occasion, TaskSummary task) {
        List<String> addresses = addresses(occasion, task);
        transaction.executeWithoutResult(status -> {
            if (table.mark(occasion, task.id(), clock.instant())) {
                addresses.forEach(address -> notices.write(notice(occasion, task, address)));
            }
        });
    }

    private List<String> addresses(Occasion occasion, TaskSummary task) {
        if (!properties.enabled()) {
            return List.of();
        }
        List<String> addresses = occasion != Occasion.ESCALATION && task.claim() == null && task.assignee() != null
                ? List.of(task.assignee())
                : members(occasion, task);
        return addresses.stream().filter(properties::wants).limit(MOST_PEOPLE).toList();
    }

    /** Who has taken it is reminded alone. */
    private List<String> members(Occasion occasion, TaskSummary task) {
        String group = occasion == Occasion.ESCALATION ? task.escalatedTo() : task.role();
        return group == null
                ? List.of()
                : people.in(group).stream()
                        .filter(person -> occasion == Occasion.ESCALATION
                                || task.claim() == null
                                || Objects.equals(person.id(), task.claim().by()))
                        .map(Person::email)
                        .toList();
    }

    private Notice notice(Occasion occasion, TaskSummary task, String address) {
        TaskLetter letter = TaskLetter.of(occasion, task, properties.publicUrl(), OpeningHours.zone(settings.vars()));
        return new Notice(
                new ExecutionId(task.executionId()),
                StepRunId.parse(task.stepRunId()),
                task.workflowId(),
                address,
                occasion.name(),
                letter.subject(),
                letter.text());
    }
}
