package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.platform.page.Page;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The step catalogue over HTTP: the palette, the config forms and the docs are made from it. */
@RestController
class StepTypeController {

    private final StepTypes stepTypes;

    StepTypeController(StepTypes stepTypes) {
        this.stepTypes = stepTypes;
    }

    @GetMapping("/api/step-types")
    @PreAuthorize("hasRole('VIEWER')")
    Page<StepType> list() {
        return Page.of(stepTypes.all());
    }
}
