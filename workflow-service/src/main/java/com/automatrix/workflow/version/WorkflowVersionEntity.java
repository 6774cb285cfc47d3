package com.automatrix.workflow.version;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A published version of a workflow: it never changes. */
@Entity
@Immutable
@Table(name = "workflow_versions")
class WorkflowVersionEntity {

    @EmbeddedId
    private Key key;

    private String name;

    private String description;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String definition;

    private String note;

    private Instant publishedAt;

    private String publishedBy;

    private @Nullable String publishedById;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected WorkflowVersionEntity() {}

    WorkflowVersionEntity(WorkflowEntity workflow, int version, String note, Author author, Instant now) {
        this.key = new Key(workflow.getId(), version);
        this.name = workflow.name();
        this.description = workflow.description();
        this.category = workflow.category();
        this.definition = workflow.definition();
        this.note = note;
        this.publishedAt = now;
        this.publishedBy = author.name();
        this.publishedById = author.id();
    }

    @Embeddable
    record Key(UUID workflowId, int version) implements Serializable {}

    VersionSummary summary() {
        return new VersionSummary(key.workflowId(), key.version(), name, publishedAt, publishedBy, note);
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

    /** The publisher's id; the name where only that is known. */
    String publisherId() {
        return publishedById == null ? publishedBy : publishedById;
    }
}
