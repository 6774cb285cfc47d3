package com.automatrix.execution.simulation;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.schema.SchemaViolation;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.testcase.TestCase;
import com.automatrix.execution.engine.CompiledWorkflow;
import com.automatrix.execution.engine.ExecutionEngine;
import com.automatrix.execution.engine.Expressions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tries a definition with tests. Pure: the same definition, test and settings give the same result. */
final class Simulator {

    private static final WorkflowId WORKFLOW = new WorkflowId(new UUID(0x7000, 0x8000_0000_0000_0001L));

    private final ExecutionEngine engine;
    private final Expressions expressions;
    private final SchemaCheck schemas;
    private final MockedStepTypes stepTypes;

    Simulator(Expressions expressions, SchemaCheck schemas, Function<String, Optional<StepType>> stepTypes) {
        this.engine = new ExecutionEngine(expressions, schemas::value);
        this.expressions = expressions;
        this.schemas = schemas;
        this.stepTypes = new MockedStepTypes(stepTypes);
    }

    /**
     * A definition that is ready to be tried.
     *
     * @throws IllegalArgumentException if its graph is not sound
     */
    Trial trial(String name, WorkflowDefinition definition) {
        return new Trial(CompiledWorkflow.compile(WORKFLOW, 1, name, definition, stepTypes));
    }

    /** One definition, to be tried with any number of tests. */
    final class Trial {

        private final CompiledWorkflow workflow;
        private final Map<String, Node> nodes;

        private Trial(CompiledWorkflow workflow) {
            this.workflow = workflow;
            this.nodes = workflow.definition().nodes().stream()
                    .collect(Collectors.toMap(Node::id, UnaryOperator.identity()));
        }

        /** @param vars the dealership's settings */
        TestResult run(TestCase test, Map<String, @Nullable Object> vars) {
            Map<String, @Nullable Object> seen = new LinkedHashMap<>(vars);
            if (test.vars() != null) {
                seen.putAll(test.vars());
            }
            Subject subject = new Subject(engine, expressions, workflow, nodes, seen, test);
            Simulation simulation = new Simulation(subject, new Answers(test, nodes, stepTypes));
            List<TestFailure> failures = new ArrayList<>(unknownSteps(test));
            failures.addAll(unfitInput(test));
            if (failures.isEmpty()) {
                try {
                    simulation.run();
                    failures.addAll(Judge.failures(test.expect(), simulation.course()));
                } catch (UnusableTest unusable) {
                    failures.add(unusable.failure());
                }
            }
            return result(test, simulation.course(), failures);
        }

        /** A misspelt step would make a test say less than it seems to. */
        private List<TestFailure> unknownSteps(TestCase test) {
            return Stream.of(
                            names("/mocks/", test.mocks()),
                            names("/compensations/", test.compensations()),
                            names("/expect/outputs/", test.expect().outputs()),
                            names("/expect/path/", test.expect().path()),
                            names("/expect/notRun/", test.expect().notRun()),
                            names("/expect/undone/", test.expect().undone()))
                    .flatMap(named -> named.entrySet().stream())
                    .filter(named -> !nodes.containsKey(named.getValue()))
                    .map(named -> new TestFailure(
                            named.getKey(),
                            "test.unknown-step",
                            "Expected a step of the workflow, but there is no \"%s\".".formatted(named.getValue())))
                    .toList();
        }

        private Map<String, String> names(String pointer, @Nullable Map<String, ?> byStep) {
            return byStep == null
                    ? Map.of()
                    : byStep.keySet().stream().collect(Collectors.toMap(step -> pointer + step, step -> step));
        }

        private Map<String, String> names(String pointer, @Nullable List<String> steps) {
            Map<String, String> names = new LinkedHashMap<>();
            for (int i = 0; steps != null && i < steps.size(); i++) {
                names.put(pointer + i, steps.get(i));
            }
            return names;
        }

        private List<TestFailure> unfitInput(TestCase test) {
            Map<String, Object> schema = workflow.definition().input();
            if (schema == null) {
                return List.of();
            }
            return schemas.value(schema, test.input()).stream()
                    .map(found -> found.under("/input"))
                    .map(Trial::unfit)
                    .toList();
        }

        private static TestFailure unfit(SchemaViolation violation) {
            return new TestFailure(violation.pointer(), "input." + violation.code(), violation.message());
        }

        private static TestResult result(TestCase test, Course course, List<TestFailure> failures) {
            return new TestResult(
                    test.name(),
                    failures.isEmpty(),
                    failures,
                    course.status(),
                    course.output(),
                    course.error(),
                    course.startedAt(),
                    course.endedAt(),
                    course.steps());
        }
    }
}
