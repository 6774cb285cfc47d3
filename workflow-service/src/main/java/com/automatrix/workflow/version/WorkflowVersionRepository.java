package com.automatrix.workflow.version;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The published versions, append only. */
interface WorkflowVersionRepository extends Repository<WorkflowVersionEntity, WorkflowVersionEntity.Key> {

    WorkflowVersionEntity save(WorkflowVersionEntity version);

    Optional<WorkflowVersionEntity> findById(WorkflowVersionEntity.Key key);

    @Query("select v from WorkflowVersionEntity v where v.key.workflowId = :workflowId order by v.key.version desc")
    List<WorkflowVersionEntity> findAllOf(UUID workflowId);
}
