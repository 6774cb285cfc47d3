package com.automatrix.execution.history;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.platform.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which versions of a workflow have executions that have not ended. */
@RestController
@RequestMapping("/api/executions/versions")
@PreAuthorize("hasRole('VIEWER')")
class VersionUseController {

    private final LiveQueries live;

    VersionUseController(LiveQueries live) {
        this.live = live;
    }

    @GetMapping
    Page<VersionUse> versions(@RequestParam(required = false) @Nullable String workflowId) {
        WorkflowId workflow = Parameters.workflowId(workflowId);
        if (workflow == null) {
            throw Parameters.refused("workflowId", "Expected the id of a workflow for workflowId, but got nothing.");
        }
        return Page.of(live.versions(workflow));
    }
}
