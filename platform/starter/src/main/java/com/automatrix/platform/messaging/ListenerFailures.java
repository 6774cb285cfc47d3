package com.automatrix.platform.messaging;

import java.sql.SQLTransientException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens when a listener fails: an unreadable record is put away at once; while something that is needed is away,
 * the record waits for it without end; anything else is tried four times and then put away. So a bad record never stops
 * a partition, and a good one is never lost.
 */
final class ListenerFailures {

    private static final int RETRIES = 3;
    private static final long FIRST_MILLIS = 200;
    private static final long LONGEST_MILLIS = 5_000;

    private ListenerFailures() {}

    static DefaultErrorHandler handler(DeadLetters deadLetters) {
        var handler = new DefaultErrorHandler(
                (message, failure) -> deadLetters.send(message, reason(failure)), retries(RETRIES));
        handler.setBackOffFunction((_, failure) -> backOff(failure));
        handler.setResetStateOnRecoveryFailure(true);
        return handler;
    }

    private static BackOff backOff(Exception failure) {
        if (hasCause(failure, UnreadableRecord.class)) {
            return new FixedBackOff(0, 0);
        }
        return isPassing(failure) ? retries(Integer.MAX_VALUE) : retries(RETRIES);
    }

    private static ExponentialBackOff retries(int times) {
        var backOff = new ExponentialBackOff(FIRST_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_MILLIS);
        backOff.setMaxAttempts(times);
        return backOff;
    }

    /** Whether the same record may well be handled when it is tried again. */
    static boolean isPassing(Exception failure) {
        return hasCause(failure, TransientDataAccessException.class)
                || hasCause(failure, DataAccessResourceFailureException.class)
                || hasCause(failure, CannotCreateTransactionException.class)
                || hasCause(failure, SQLTransientException.class)
                || hasCause(failure, RetriableException.class)
                || hasCause(failure, TransactionException.class);
    }

    private static String reason(Throwable failure) {
        Throwable at = failure;
        for (var cause = at.getCause(); cause != null; cause = cause.getCause()) {
            if (at instanceof UnreadableRecord unreadable) {
                return unreadable.reason();
            }
            at = cause;
        }
        return at instanceof UnreadableRecord unreadable
                ? unreadable.reason()
                : at.getClass().getSimpleName() + ": " + at.getMessage();
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
