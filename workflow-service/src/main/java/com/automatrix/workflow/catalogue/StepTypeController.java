package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.steptype.StepType;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The step catalogue over HTTP: the palette, the config forms and the docs are made from it. */
@RestController
@RequestMapping("/api/step-types")
class StepTypeController {

    private final StepCatalogue catalogue;
    private final StepTypeService stepTypes;

    StepTypeController(StepCatalogue catalogue, StepTypeService stepTypes) {
        this.catalogue = catalogue;
        this.stepTypes = stepTypes;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    Page<StepType> list() {
        return Page.of(catalogue.current().all());
    }

    @PostMapping
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<StepType> register(@Valid @RequestBody RegisterStepTypeRequest request, CurrentUser user) {
        StepType type = request.asStepType();
        boolean isNew = stepTypes.register(type, user.name());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(type);
    }

    @DeleteMapping("/{type}")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String type) {
        stepTypes.remove(type);
    }
}
