package com.automatrix.workflow.testing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The tests of all workflows; those of one in the order in which they were made. */
interface TestCaseRepository extends Repository<TestCaseEntity, UUID> {

    TestCaseEntity save(TestCaseEntity test);

    List<TestCaseEntity> findByWorkflowIdOrderById(UUID workflowId);

    int countByWorkflowId(UUID workflowId);

    void delete(TestCaseEntity test);
}
