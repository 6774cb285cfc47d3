package com.automatrix.workflow.version;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Map;

/** A published version, whole. */
record VersionResponse(
        @JsonUnwrapped VersionSummary summary, String description, Category category, Map<String, Object> definition) {

    static VersionResponse of(WorkflowVersionEntity version) {
        return new VersionResponse(
                version.summary(),
                version.description(),
                version.category(),
                DefinitionJson.tree(version.definition()));
    }
}
