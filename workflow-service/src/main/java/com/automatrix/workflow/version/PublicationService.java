package com.automatrix.workflow.version;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.Violation;
import com.automatrix.workflow.definition.DefinitionValidator;
import com.automatrix.workflow.definition.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/** Makes immutable versions of drafts and tells the other services of them. */
@Service
class PublicationService {

    private static final Logger log = LoggerFactory.getLogger(PublicationService.class);

    private final WorkflowRepository workflows;
    private final WorkflowVersionRepository versions;
    private final DefinitionValidator validator;
    private final Announcements announcements;
    private final Audit audit;
    private final InstantSource clock;

    PublicationService(
            WorkflowRepository workflows,
            WorkflowVersionRepository versions,
            DefinitionValidator validator,
            Announcements announcements,
            Audit audit,
            InstantSource clock) {
        this.workflows = workflows;
        this.versions = versions;
        this.validator = validator;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes the draft as the next version, whether or not it differs from the last one. */
    @Transactional
    VersionSummary publish(UUID id, String note, Author author, Clearance clearance) {
        WorkflowEntity workflow = workflows.lock(id).orElseThrow(() -> WorkflowService.unknown(id));
        refuseArchived(workflow);
        clearance.requireTested(workflow);
        refuseErrors(workflow);
        WorkflowDefinition definition = readable(workflow);

        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int version = workflow.publish();
        WorkflowVersionEntity saved = versions.save(new WorkflowVersionEntity(workflow, version, note, author, now));
        VersionSummary published = saved.summary();
        announcements.announce(saved, definition, workflow.isPaused());
        audit.record("workflow.published", "workflow", id.toString(), null, published);
        if (clearance.ignoredTests() > 0) {
            audit.record(
                    "workflow.tests-overridden",
                    "workflow",
                    id.toString(),
                    null,
                    new TestOverrideAudit(version, workflow.revision(), clearance.ignoredTests()));
        }
        log.info("workflow published workflow={} version={}", id, version);
        return published;
    }

    @Transactional(readOnly = true)
    List<VersionSummary> versions(UUID id) {
        requireWorkflow(id);
        return versions.findAllOf(id).stream()
                .map(WorkflowVersionEntity::summary)
                .toList();
    }

    @Transactional(readOnly = true)
    VersionResponse version(UUID id, int version) {
        requireWorkflow(id);
        return versions.findById(new WorkflowVersionEntity.Key(id, version))
                .map(VersionResponse::of)
                .orElseThrow(() -> new NotFound(
                        "workflow.unknown-version",
                        "Expected workflow %s to have a version %d, but it has none.".formatted(id, version)));
    }

    private void requireWorkflow(UUID id) {
        if (workflows.findByIdAndDeletedAtIsNull(id).isEmpty()) {
            throw WorkflowService.unknown(id);
        }
    }

    private static void refuseArchived(WorkflowEntity workflow) {
        if (workflow.status() == WorkflowStatus.ARCHIVED) {
            throw LifecycleService.archived(workflow.getId());
        }
    }

    private void refuseErrors(WorkflowEntity workflow) {
        List<Violation> errors = validator.problems(DefinitionJson.tree(workflow.definition())).stream()
                .filter(Problem::isError)
                .map(problem -> new Violation(problem.pointer(), problem.code(), problem.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw notPublishable(workflow, errors);
        }
    }

    /** A last guard: what the validator lets through but the other services could not read is never published. */
    private static WorkflowDefinition readable(WorkflowEntity workflow) {
        try {
            return DefinitionJson.definition(workflow.definition());
        } catch (JacksonException e) {
            log.error("definition cannot be read workflow={}", workflow.getId(), e);
            throw notPublishable(
                    workflow,
                    List.of(new Violation(
                            "", "definition.unreadable", "Expected a definition that can be read, but it cannot.")));
        }
    }

    private static Invalid notPublishable(WorkflowEntity workflow, List<Violation> errors) {
        return new Invalid(
                "workflow.not-publishable",
                "Expected workflow %s to have no errors, but it has %d.".formatted(workflow.getId(), errors.size()),
                errors);
    }
}
