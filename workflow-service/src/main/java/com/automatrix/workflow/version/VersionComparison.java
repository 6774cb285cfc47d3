package com.automatrix.workflow.version;

import com.automatrix.platform.problem.NotFound;
import com.automatrix.workflow.diff.DefinitionComparison;
import com.automatrix.workflow.diff.Described;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Compares the versions of a workflow with each other and with its draft. */
@Component
class VersionComparison {

    private static final String DRAFT = "draft";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private final WorkflowService workflows;
    private final PublicationService publications;
    private final DefinitionComparison definitions;

    VersionComparison(WorkflowService workflows, PublicationService publications, DefinitionComparison definitions) {
        this.workflows = workflows;
        this.publications = publications;
        this.definitions = definitions;
    }

    DiffResponse compare(UUID id, String from, String to) {
        return new DiffResponse(from, to, definitions.compare(described(id, from), described(id, to)));
    }

    private Described described(UUID id, String form) {
        if (form.equals(DRAFT)) {
            WorkflowResponse draft = workflows.get(id);
            WorkflowSummary summary = draft.summary();
            return new Described(
                    summary.name(), summary.description(), summary.category().name(), draft.definition());
        }
        if (!NUMBER.matcher(form).matches()) {
            throw new NotFound(
                    "workflow.unknown-version",
                    "Expected the number of a version, or \"draft\", but got \"%s\".".formatted(form));
        }
        VersionResponse version = publications.version(id, Integer.parseInt(form));
        return new Described(
                version.summary().name(),
                version.description(),
                version.category().name(),
                version.definition());
    }
}
