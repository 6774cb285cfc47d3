package com.automatrix.execution.persistence;

import com.automatrix.execution.engine.BusinessKeys;
import java.util.Locale;
import java.util.UUID;

/** A value under which people find an execution. */
public record BusinessKeyRow(UUID executionId, String name, String value) {

    /** The form in which values are compared: whether a VIN was typed in capitals makes no difference. */
    public static String fold(String value) {
        return BusinessKeys.bounded(BusinessKeys.bounded(value).toLowerCase(Locale.ROOT));
    }
}
