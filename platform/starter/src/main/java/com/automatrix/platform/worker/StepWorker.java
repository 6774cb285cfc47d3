package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepRequested;

/**
 * Does the work of one step type. Every bean of this type is found and used by the process's worker pool.
 *
 * <p>Promises to the worker: it runs on a virtual thread of its own and may block; {@code request.config()} has no
 * expressions left; at most one thread of all processes works on an attempt while its lease holds; when the execution no
 * longer wants the result, or the request's deadline has passed, the thread is interrupted.
 *
 * <p>Promises of the worker: safe for many threads; an effect on the outside world is made under
 * {@code request.idempotencyKey()}, since after a crash the same attempt is run again.
 */
public interface StepWorker {

    /** The step type that it does, such as {@code ai.classify}. */
    String type();

    /**
     * What the step shares with others that are slow when it is, such as the host that it calls: a process runs only so
     * many steps of one bulkhead at once, and has room for others meanwhile. Unless told otherwise, those of one type.
     */
    default String bulkhead(StepRequested request) {
        return type();
    }

    /**
     * Does the work.
     *
     * @return the result; a failure says whether another attempt may go better
     * @throws Exception what the worker did not expect: reported as {@code step.unexpected}, which may be retried
     */
    StepResult execute(StepRequested request) throws Exception;
}
