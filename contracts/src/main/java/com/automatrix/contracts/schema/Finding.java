package com.automatrix.contracts.schema;

import com.networknt.schema.Error;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A violation with the validator's errors that it was made of. */
record Finding(SchemaViolation violation, List<Error> causes) {

    static Finding of(Error error) {
        return new Finding(Sentences.violation(error), List.of(error));
    }

    /** One violation for each place and code: where a pattern and a format fail together, the format says it better. */
    static List<SchemaViolation> violations(Collection<Finding> findings) {
        Map<String, Finding> byPlace = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String place = finding.violation.pointer() + ' ' + finding.violation.code();
            byPlace.merge(place, finding, (first, second) -> second.isFormat() ? second : first);
        }
        return byPlace.values().stream().map(Finding::violation).toList();
    }

    private boolean isFormat() {
        return causes.getFirst().getKeyword().equals("format");
    }
}
