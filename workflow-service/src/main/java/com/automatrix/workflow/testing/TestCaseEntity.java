package com.automatrix.workflow.testing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.springframework.data.domain.Persistable;

/** A test of a workflow. */
@Entity
@Table(name = "workflow_test_cases")
class TestCaseEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // Read by the queries.
    private UUID workflowId;

    private String name;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String testCase;

    private Instant createdAt;

    @SuppressWarnings("UnusedVariable") // For whoever looks into the table.
    private String createdBy;

    private Instant updatedAt;

    private String updatedBy;

    @Transient
    private boolean isNew;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected TestCaseEntity() {}

    TestCaseEntity(UUID id, UUID workflowId, TestContent content, String author, Instant now) {
        this.id = id;
        this.workflowId = workflowId;
        this.name = content.name();
        this.testCase = content.json();
        this.createdAt = now;
        this.createdBy = author;
        this.updatedAt = now;
        this.updatedBy = author;
        this.isNew = true;
    }

    void edit(TestContent content, String author, Instant now) {
        name = content.name();
        testCase = content.json();
        updatedAt = now;
        updatedBy = author;
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

    TestContent content() {
        return new TestContent(name, testCase);
    }

    WorkflowTest asTest() {
        return new WorkflowTest(id, content().tree(), createdAt, updatedAt, updatedBy);
    }
}
