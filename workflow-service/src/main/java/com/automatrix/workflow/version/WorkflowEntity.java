package com.automatrix.workflow.version;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A workflow: its draft, and which of its versions is the published one. */
@Entity
@Table(name = "workflows")
class WorkflowEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private String name;

    private String description;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String definition;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String triggers;

    private int problemCount;

    @Enumerated(EnumType.STRING)
    private WorkflowStatus status;

    private @Nullable Integer publishedVersion;

    /** Counts the saved states of the draft; publishing leaves it alone, so that it does not disturb an open editor. */
    private long revision;

    @Embedded
    private @Nullable TemplateRef template;

    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // For whoever looks into the table.
    private String createdBy;

    private Instant updatedAt;

    private String updatedBy;

    @SuppressWarnings("UnusedVariable") // Read by the queries.
    private @Nullable Instant deletedAt;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected WorkflowEntity() {}

    WorkflowEntity(UUID id, DraftContent content, @Nullable TemplateRef template, String author, Instant now) {
        this.id = id;
        this.name = content.name();
        this.description = content.description();
        this.category = content.category();
        this.definition = content.definition();
        this.triggers = content.triggers();
        this.problemCount = content.problemCount();
        this.status = WorkflowStatus.DRAFT;
        this.revision = 1;
        this.template = template;
        this.createdAt = now;
        this.createdBy = author;
        this.updatedAt = now;
        this.updatedBy = author;
        this.isNew = true;
    }

    void edit(DraftContent content, String author, Instant now) {
        name = content.name();
        description = content.description();
        category = content.category();
        definition = content.definition();
        triggers = content.triggers();
        problemCount = content.problemCount();
        revision++;
        updatedAt = now;
        updatedBy = author;
    }

    /** Makes the next version the published one and returns its number; a paused workflow stays paused. */
    int publish() {
        int next = publishedVersion == null ? 1 : publishedVersion + 1;
        publishedVersion = next;
        if (!isPaused()) {
            status = WorkflowStatus.PUBLISHED;
        }
        return next;
    }

    void become(WorkflowStatus next) {
        status = next;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    /** Whether the other services know its published version. */
    boolean isInForce() {
        return status == WorkflowStatus.PUBLISHED || isPaused();
    }

    boolean isPaused() {
        return status == WorkflowStatus.PAUSED;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    Category category() {
        return category;
    }

    String definition() {
        return definition;
    }

    WorkflowStatus status() {
        return status;
    }

    @Nullable
    Integer publishedVersion() {
        return publishedVersion;
    }

    long revision() {
        return revision;
    }

    WorkflowRow row() {
        return new WorkflowRow(
                id,
                name,
                description,
                category,
                status,
                publishedVersion,
                revision,
                triggers,
                problemCount,
                template,
                createdAt,
                updatedAt,
                updatedBy);
    }
}
