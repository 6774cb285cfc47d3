package com.automatrix.execution.inbox;

import com.automatrix.execution.messaging.BatchOutbox;
import com.automatrix.execution.persistence.AggregateStates;
import com.automatrix.execution.persistence.EarlierSteps;
import com.automatrix.execution.persistence.HistoryWriter;
import com.automatrix.execution.persistence.LiveStates;
import com.automatrix.execution.persistence.PartitionOwners;
import com.automatrix.execution.task.TaskStore;
import com.automatrix.execution.timer.TimerStore;
import org.springframework.stereotype.Component;

/** The tables that a batch reads and writes. */
@Component
record InboxStores(
        PartitionOwners owners,
        LiveStates states,
        EarlierSteps earlierSteps,
        AggregateStates aggregates,
        HistoryWriter history,
        TimerStore timers,
        TaskStore tasks,
        BatchOutbox outbox) {}
