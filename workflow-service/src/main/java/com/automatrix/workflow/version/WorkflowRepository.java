package com.automatrix.workflow.version;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The workflows that are not deleted. */
interface WorkflowRepository extends Repository<WorkflowEntity, UUID> {

    WorkflowEntity save(WorkflowEntity workflow);

    Optional<WorkflowEntity> findByIdAndDeletedAtIsNull(UUID id);

    /** Reads a workflow in order to change it: whoever else wants to change it waits for the transaction's end. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select workflow from WorkflowEntity workflow where workflow.id = :id and workflow.deletedAt is null")
    Optional<WorkflowEntity> lock(UUID id);

    /** Reads those that come after a place in the list, the last changed one first. */
    @Query("""
            select new com.automatrix.workflow.version.WorkflowRow(
                w.id, w.name, w.description, w.category, w.status, w.publishedVersion, w.revision,
                w.triggers, w.problemCount, w.template, w.createdAt, w.updatedAt, w.updatedBy)
            from WorkflowEntity w
            where w.deletedAt is null
              and w.status in :statuses
              and (lower(w.name) like :pattern escape '!' or lower(w.description) like :pattern escape '!')
              and (w.updatedAt < :afterTime or (w.updatedAt = :afterTime and w.id < :afterId))
            order by w.updatedAt desc, w.id desc""")
    List<WorkflowRow> list(
            Collection<WorkflowStatus> statuses, String pattern, Instant afterTime, UUID afterId, Limit limit);
}
