package com.automatrix.execution.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tasks that the commands of a scenario have opened and not closed. */
final class OpenTasks {

    private final Map<UUID, HumanTask> tasks = new LinkedHashMap<>();

    void keep(List<EngineCommand> commands) {
        for (EngineCommand command : commands) {
            if (command instanceof EngineCommand.OpenTask(var task)) {
                tasks.putIfAbsent(task.id(), task);
            } else if (command instanceof EngineCommand.CloseTask closing) {
                tasks.remove(closing.taskId());
            }
        }
    }

    /** In the order in which they were opened. */
    List<HumanTask> all() {
        return List.copyOf(tasks.values());
    }
}
