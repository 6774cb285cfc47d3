package com.automatrix.execution.simulation;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.engine.Expressions;
import com.automatrix.execution.steptype.KnownStepTypes;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Checks definitions and tests, and tries the one with the others. */
@Service
class SimulationService {

    private static final String INVALID = "simulation.invalid";

    private final SchemaCheck schemas;
    private final DealershipSettings settings;
    private final Simulator simulator;

    SimulationService(
            Expressions expressions, SchemaCheck schemas, KnownStepTypes stepTypes, DealershipSettings settings) {
        this.schemas = schemas;
        this.settings = settings;
        this.simulator = new Simulator(expressions, schemas, stepTypes::find);
    }

    SimulationResponse simulate(SimulationRequest request) {
        refuseViolations(request);
        Simulator.Trial trial = trial(request);
        return new SimulationResponse(request.cases().stream()
                .map(test -> ContractJson.definitions().convertValue(test, TestCase.class))
                .map(test -> trial.run(test, settings.vars()))
                .toList());
    }

    private void refuseViolations(SimulationRequest request) {
        Stream<SchemaViolation> ofDefinition =
                schemas.definition(request.definition()).stream().map(found -> found.under("/definition"));
        Stream<SchemaViolation> ofCases = IntStream.range(0, request.cases().size())
                .boxed()
                .flatMap(at ->
                        schemas.testCase(request.cases().get(at)).stream().map(found -> found.under("/cases/" + at)));
        List<Violation> violations = Stream.concat(ofDefinition, ofCases)
                .map(found -> new Violation(found.pointer(), found.code(), found.message()))
                .toList();
        if (!violations.isEmpty()) {
            throw new Invalid(INVALID, "Expected a workflow definition and tests of it, but they are not.", violations);
        }
    }

    private Simulator.Trial trial(SimulationRequest request) {
        String name = request.name() == null ? "Workflow" : request.name();
        try {
            return simulator.trial(
                    name, ContractJson.definitions().convertValue(request.definition(), WorkflowDefinition.class));
        } catch (IllegalArgumentException unsound) {
            throw new Invalid(
                    INVALID,
                    "Expected a definition that can be executed, but it cannot: validate the workflow first.",
                    List.of(new Violation("/definition", "simulation.unsound", String.valueOf(unsound.getMessage()))));
        }
    }
}
