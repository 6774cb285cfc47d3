package com.automatrix.workflow.version;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with whole workflows and their versions: pause, archive, delete, restore. Each says so to the other
 * services, and each done twice is done once.
 */
@Service
class LifecycleService {

    private static final Logger log = LoggerFactory.getLogger(LifecycleService.class);
    private static final String SUBJECT = "workflow";

    private final WorkflowRepository workflows;
    private final WorkflowVersionRepository versions;
    private final WorkflowService drafts;
    private final Announcements announcements;
    private final Audit audit;
    private final InstantSource clock;

    LifecycleService(
            WorkflowRepository workflows,
            WorkflowVersionRepository versions,
            WorkflowService drafts,
            Announcements announcements,
            Audit audit,
            InstantSource clock) {
        this.workflows = workflows;
        this.versions = versions;
        this.drafts = drafts;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nothing starts the workflow any more until it is resumed; what runs goes on. */
    @Transactional
    WorkflowSummary pause(UUID id) {
        WorkflowEntity workflow = lock(id);
        return switch (workflow.status()) {
            case DRAFT -> throw neverPublished(id);
            case ARCHIVED -> throw archived(id);
            case PUBLISHED -> change(workflow, WorkflowStatus.PAUSED, "workflow.paused");
            case PAUSED -> summary(workflow);
        };
    }

    @Transactional
    WorkflowSummary resume(UUID id) {
        WorkflowEntity workflow = lock(id);
        return switch (workflow.status()) {
            case DRAFT -> throw neverPublished(id);
            case ARCHIVED -> throw archived(id);
            case PAUSED -> change(workflow, WorkflowStatus.PUBLISHED, "workflow.resumed");
            case PUBLISHED -> summary(workflow);
        };
    }

    /** Puts the workflow away: nothing starts it, and it can be found only among those that are put away. */
    @Transactional
    WorkflowSummary archive(UUID id) {
        WorkflowEntity workflow = lock(id);
        return workflow.status() == WorkflowStatus.ARCHIVED
                ? summary(workflow)
                : change(workflow, WorkflowStatus.ARCHIVED, "workflow.archived");
    }

    /** Takes the workflow out again; one that was published is paused, so that nothing starts by surprise. */
    @Transactional
    WorkflowSummary unarchive(UUID id) {
        WorkflowEntity workflow = lock(id);
        if (workflow.status() != WorkflowStatus.ARCHIVED) {
            return summary(workflow);
        }
        WorkflowStatus status = workflow.publishedVersion() == null ? WorkflowStatus.DRAFT : WorkflowStatus.PAUSED;
        return change(workflow, status, "workflow.unarchived");
    }

    /** Makes a version the draft again; the versions stay as they are. */
    @Transactional
    WorkflowResponse restore(VersionResponse version, OptionalLong revision, Author author) {
        UUID id = version.summary().workflowId();
        SaveWorkflowRequest request = new SaveWorkflowRequest(
                version.summary().name(), version.description(), version.category(), version.definition());
        WorkflowResponse restored = drafts.update(id, revision, request, author);
        audit.record("workflow.restored", SUBJECT, id.toString(), null, version.summary());
        return restored;
    }

    /** Deletes a workflow; what is running goes on, but nothing starts any more. */
    @Transactional
    void delete(UUID id) {
        WorkflowEntity workflow = lock(id);
        workflow.delete(clock.instant());
        if (workflow.isInForce()) {
            announcements.withdraw(id);
        }
        audit.record("workflow.deleted", SUBJECT, id.toString(), DraftAudit.of(workflow), null);
    }

    static Conflict archived(UUID id) {
        return new Conflict(
                "workflow.archived",
                "Expected workflow %s to be in use, but it is archived. Take it out of the archive first."
                        .formatted(id));
    }

    private WorkflowSummary change(WorkflowEntity workflow, WorkflowStatus status, String action) {
        StatusAudit before = StatusAudit.of(workflow);
        boolean wasInForce = workflow.isInForce();
        workflow.become(status);
        if (workflow.isInForce()) {
            announcements.announce(published(workflow), status == WorkflowStatus.PAUSED);
        } else if (wasInForce) {
            announcements.withdraw(workflow.getId());
        }
        audit.record(action, SUBJECT, workflow.getId().toString(), before, StatusAudit.of(workflow));
        log.info("{} workflow={}", action, workflow.getId());
        return summary(workflow);
    }

    private WorkflowVersionEntity published(WorkflowEntity workflow) {
        Integer version = workflow.publishedVersion();
        if (version == null) {
            throw new IllegalStateException(
                    "Expected workflow " + workflow.getId() + " to have a version, but it has none");
        }
        return versions.findById(new WorkflowVersionEntity.Key(workflow.getId(), version))
                .orElseThrow();
    }

    private WorkflowEntity lock(UUID id) {
        return workflows.lock(id).orElseThrow(() -> WorkflowService.unknown(id));
    }

    private static WorkflowSummary summary(WorkflowEntity workflow) {
        return WorkflowSummary.of(workflow.row());
    }

    private static Conflict neverPublished(UUID id) {
        return new Conflict(
                "workflow.not-published", "Expected workflow %s to be published, but it never was.".formatted(id));
    }
}
