package com.automatrix.execution.simulation;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.contracts.testcase.Mock;
import com.automatrix.contracts.testcase.TestCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a test answers the steps that would otherwise go to a worker, a person or another workflow. */
final class Answers {

    private static final Mock SUCCESS = new Mock(null, null, null, null);

    private final TestCase test;
    private final Map<String, Node> nodes;
    private final Function<String, @Nullable StepType> stepTypes;
    private final Map<String, Integer> calls = new HashMap<>();

    Answers(TestCase test, Map<String, Node> nodes, Function<String, @Nullable StepType> stepTypes) {
        this.test = test;
        this.nodes = nodes;
        this.stepTypes = stepTypes;
    }

    /** The answer to the next call of a step, over iterations and attempts. */
    Mock next(StepRunId stepRun) throws UnusableTest {
        String nodeId = StepRunId.defined(stepRun.nodeId());
        List<Mock> mocks = stepRun.isCompensation() ? test.compensationsOf(nodeId) : test.mocksOf(nodeId);
        int call = calls.merge(stepRun.nodeId(), 1, Integer::sum) - 1;
        if (!mocks.isEmpty()) {
            Mock mock = mocks.get(Math.min(call, mocks.size() - 1));
            return stepRun.isCompensation() ? mock : checked(nodeId, mock);
        }
        if (stepRun.isCompensation()) {
            return SUCCESS;
        }
        throw new UnusableTest(new TestFailure(
                "/mocks", "test.no-mock", "Expected a mock of step \"%s\", but there is none.".formatted(nodeId)));
    }

    /** A handle that the step does not have would end the path without a word. */
    private Mock checked(String nodeId, Mock mock) throws UnusableTest {
        Node node = nodes.get(nodeId);
        StepType type = node == null ? null : stepTypes.apply(node.type());
        if (node == null || type == null || mock.error() != null) {
            return mock;
        }
        List<String> handles = type.handlesFor(node.config());
        String fired = mock.handle() == null ? Edge.OUT : mock.handle();
        if (!handles.contains(fired)) {
            throw new UnusableTest(new TestFailure(
                    "/mocks/" + nodeId,
                    "test.unknown-handle",
                    "Expected the mock of step \"%s\" to name one of its handles (%s), but it %s."
                            .formatted(
                                    nodeId,
                                    String.join(", ", handles),
                                    mock.handle() == null ? "names none" : "names \"%s\"".formatted(fired))));
        }
        return mock;
    }
}
