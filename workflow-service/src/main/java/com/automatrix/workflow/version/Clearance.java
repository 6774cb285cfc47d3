package com.automatrix.workflow.version;

import com.automatrix.platform.problem.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * What a draft's tests say about its publication.
 *
 * @param testedRevision the one that passed them; null if there was nothing to run
 * @param ignoredTests how many an administrator did not want to wait for
 */
record Clearance(@Nullable Long testedRevision, int ignoredTests) {

    /** There is nothing that a test could say. */
    static final Clearance UNTESTED = new Clearance(null, 0);

    static Clearance passed(long revision) {
        return new Clearance(revision, 0);
    }

    static Clearance ignoring(int tests) {
        return new Clearance(null, tests);
    }

    /** @throws Conflict if what is to be published is not what was tested */
    void requireTested(WorkflowEntity workflow) {
        if (testedRevision != null && testedRevision != workflow.revision()) {
            throw new Conflict(
                    "workflow.changed-meanwhile",
                    "Expected workflow %s to be at revision %d, which passed its tests, but somebody else saved it meanwhile."
                            .formatted(workflow.getId(), testedRevision));
        }
    }
}
