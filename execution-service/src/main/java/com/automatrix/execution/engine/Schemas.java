package com.automatrix.execution.engine;

import com.automatrix.contracts.schema.SchemaViolation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks values against the JSON Schemas in a step's config.
 *
 * <p>Called inside a decision, so an implementation does no I/O, gives the same answer each time, and comes back within
 * its own limits, whatever the schema says.
 */
@FunctionalInterface
public interface Schemas {

    /** How the value does not fit; one violation {@linkplain SchemaViolation#isOfSchema of the schema} if it is no use. */
    List<SchemaViolation> violations(Map<String, Object> schema, @Nullable Object value);
}
