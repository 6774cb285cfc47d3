package com.automatrix.execution.simulation;

import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries definitions without executing anything. */
@RestController
@RequestMapping("/api/simulations")
@PreAuthorize("hasRole('BUILDER')")
class SimulationController {

    private final SimulationService simulations;

    SimulationController(SimulationService simulations) {
        this.simulations = simulations;
    }

    @PostMapping
    SimulationResponse simulate(@Valid @RequestBody SimulationRequest request) {
        return simulations.simulate(request);
    }
}
