package com.automatrix.execution.history;

import com.automatrix.execution.persistence.BusinessKeyRow;
import com.automatrix.execution.persistence.ErrorRow;
import com.automatrix.execution.persistence.ExecutionChange;
import com.automatrix.execution.persistence.HistoryWriter;
import com.automatrix.execution.persistence.LogRow;
import com.automatrix.execution.persistence.ModelRollup;
import com.automatrix.execution.persistence.QueueRollup;
import com.automatrix.execution.persistence.StepRollup;
import com.automatrix.execution.persistence.TimelineRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The history rows of one batch; what happens to one row in several steps becomes one write. */
public final class HistoryRows {

    private final Map<UUID, ExecutionChange> changes = new LinkedHashMap<>();
    private final Map<LogRow.Key, LogRow> logs = new LinkedHashMap<>();
    private final List<TimelineRow> timeline = new ArrayList<>();
    private final List<BusinessKeyRow> keys = new ArrayList<>();
    private final Map<UUID, ErrorMessages> errors = new LinkedHashMap<>();
    private final SortedMap<StepRollup.Key, StepRollup> steps = new TreeMap<>();
    private final SortedMap<QueueRollup.Key, QueueRollup> queues = new TreeMap<>();
    private final SortedMap<ModelRollup.Key, ModelRollup> models = new TreeMap<>();

    public void add(ExecutionChange change) {
        changes.put(change.id(), change);
    }

    public void add(LogRow row) {
        logs.merge(row.key(), row, LogRow::then);
    }

    public void add(TimelineRow row) {
        timeline.add(row);
    }

    void add(BusinessKeyRow key) {
        keys.add(key);
    }

    /** What was said when the execution or one of its steps failed. */
    public void addError(UUID executionId, String message) {
        errors.computeIfAbsent(executionId, none -> new ErrorMessages()).add(message);
    }

    void add(StepRollup step) {
        steps.merge(step.key(), step, StepRollup::and);
    }

    void add(QueueRollup queue) {
        queues.merge(queue.key(), queue, QueueRollup::and);
    }

    void add(ModelRollup model) {
        models.merge(model.key(), model, ModelRollup::and);
    }

    /** Inside the batch's transaction, at its end: the rows that all replicas count in are locked from here on. */
    public void writeTo(HistoryWriter writer) {
        writer.log(logs.values());
        writer.tell(timeline);
        writer.insertKeys(keys);
        writer.addErrors(errorRows());
        writer.change(changes.values());
        writer.addSteps(steps.values());
        writer.addQueues(queues.values());
        writer.addModels(models.values());
    }

    private List<ErrorRow> errorRows() {
        List<ErrorRow> rows = new ArrayList<>();
        errors.forEach((id, messages) -> rows.add(new ErrorRow(id, messages.text())));
        return rows;
    }
}
