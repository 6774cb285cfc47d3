package com.automatrix.execution.messaging;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Finds the one item that makes a batch fail: a batch that fails for a reason that is not passing is halved until the
 * culprit is alone. Order is kept, and all others succeed.
 */
public final class Halving {

    /** SQLSTATE classes of failures that may be gone next time: connection, rollback, resources, locks, operator, system. */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private static final int CLASS_LENGTH = 2;

    private Halving() {}

    public static <T> void process(
            List<T> items, Consumer<List<T>> attempt, BiConsumer<T, RuntimeException> onCulprit) {
        try {
            attempt.accept(items);
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            if (items.size() == 1) {
                onCulprit.accept(items.getFirst(), failure);
                return;
            }
            int half = items.size() / 2;
            process(items.subList(0, half), attempt, onCulprit);
            process(items.subList(half, items.size()), attempt, onCulprit);
        }
    }

    /** Whether the same batch may well succeed when it is tried again. */
    public static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof OwnershipLost) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return PASSING.contains(sql.getSQLState().substring(0, CLASS_LENGTH));
            }
        }
        return false;
    }
}
