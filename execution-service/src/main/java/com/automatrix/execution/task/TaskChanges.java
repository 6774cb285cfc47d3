package com.automatrix.execution.task;

import com.automatrix.execution.engine.EngineCommand.CloseTask;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tasks that one batch opens and closes. */
public final class TaskChanges {

    private final Map<UUID, TaskRow> opened = new LinkedHashMap<>();
    private final Map<UUID, CloseTask.As> closed = new LinkedHashMap<>();

    public void open(TaskRow row) {
        opened.putIfAbsent(row.task().id(), row);
    }

    public void close(CloseTask command) {
        closed.putIfAbsent(command.taskId(), command.as());
    }

    public boolean isEmpty() {
        return opened.isEmpty() && closed.isEmpty();
    }

    Collection<TaskRow> opened() {
        return opened.values();
    }

    Map<UUID, CloseTask.As> closed() {
        return closed;
    }

    /** Those that close because nobody has decided. */
    List<UUID> expired() {
        return closed.entrySet().stream()
                .filter(entry -> entry.getValue() == CloseTask.As.EXPIRED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
