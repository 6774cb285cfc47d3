package com.automatrix.contracts.testcase;

import com.automatrix.contracts.json.JsonTree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to come of an execution; what is left out is not looked at. Of an object only the fields that are named are
 * compared, of everything else the whole.
 *
 * @param status how it ends
 * @param path steps that run, in the order of their first starts; others may run between them
 * @param notRun steps that do not run
 * @param undone steps whose compensation runs, in that order
 * @param outputs by the id of a step, what it gave last
 * @param output what the execution gives
 * @param errorCode the code of the error that it fails with
 * @param within how long it takes at most
 */
public record Expected(
        @Nullable Status status,
        @Nullable List<String> path,
        @Nullable List<String> notRun,
        @Nullable List<String> undone,
        @Nullable Map<String, Object> outputs,
        @Nullable Object output,
        @Nullable String errorCode,
        @Nullable Duration within) {

    /** How an execution ends. */
    public enum Status {
        COMPLETED,
        FAILED,
        CANCELLED
    }

    public Expected {
        path = path == null ? null : List.copyOf(path);
        notRun = notRun == null ? null : List.copyOf(notRun);
        undone = undone == null ? null : List.copyOf(undone);
        outputs = outputs == null ? null : JsonTree.object(outputs);
    }
}
