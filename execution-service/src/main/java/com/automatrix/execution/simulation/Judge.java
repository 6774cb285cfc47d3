package com.automatrix.execution.simulation;

import com.automatrix.contracts.testcase.Expected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what happened with what a test expects. */
final class Judge {

    private static final String EXPECT = "/expect/";

    private final Expected expected;
    private final Course course;
    private final List<TestFailure> failures = new ArrayList<>();

    private Judge(Expected expected, Course course) {
        this.expected = expected;
        this.course = course;
    }

    static List<TestFailure> failures(Expected expected, Course course) {
        Judge judge = new Judge(expected, course);
        judge.end();
        judge.path();
        judge.outputs();
        return judge.failures;
    }

    private void end() {
        Expected.Status status = expected.status();
        if (status != null && !status.name().equals(course.status())) {
            fail(
                    "status",
                    "test.status",
                    "Expected the execution to end %s, but it ended %s%s."
                            .formatted(status, course.status(), because()));
        }
        String code = expected.errorCode();
        String actual = course.error() == null ? null : course.error().code();
        if (code != null && !code.equals(actual)) {
            fail(
                    "errorCode",
                    "test.error-code",
                    "Expected the error %s, but there was %s."
                            .formatted(code, actual == null ? "none" : actual + because()));
        }
        Duration within = expected.within();
        Duration taken = Duration.between(course.startedAt(), course.endedAt());
        if (within != null && taken.compareTo(within) > 0) {
            fail("within", "test.within", "Expected the end within %s, but it came after %s.".formatted(within, taken));
        }
    }

    private String because() {
        return course.error() == null ? "" : " (%s)".formatted(course.error().message());
    }

    private void path() {
        inOrder(new Order("path", "test.path", "run"), expected.path(), course.path());
        inOrder(new Order("undone", "test.undone", "be undone"), expected.undone(), course.undone());
        List<String> notRun = Objects.requireNonNullElse(expected.notRun(), List.of());
        for (int i = 0; i < notRun.size(); i++) {
            if (course.path().contains(notRun.get(i))) {
                fail(
                        "notRun/" + i,
                        "test.not-run",
                        "Expected step \"%s\" not to run, but it did.".formatted(notRun.get(i)));
            }
        }
    }

    /** @param what is expected of each step */
    private record Order(String field, String code, String what) {}

    private void inOrder(Order order, @Nullable List<String> wanted, List<String> actual) {
        List<String> steps = Objects.requireNonNullElse(wanted, List.of());
        int from = 0;
        for (int i = 0; i < steps.size(); i++) {
            int at = actual.indexOf(steps.get(i));
            if (at < from) {
                fail(
                        order.field() + "/" + i,
                        order.code(),
                        "Expected step \"%s\" to %s%s, but the order was %s."
                                .formatted(
                                        steps.get(i),
                                        order.what(),
                                        at < 0 || i == 0 ? "" : " after \"%s\"".formatted(steps.get(i - 1)),
                                        actual.isEmpty() ? "empty" : String.join(", ", actual)));
                return;
            }
            from = at + 1;
        }
    }

    private void outputs() {
        if (expected.outputs() != null) {
            expected.outputs().forEach((step, output) -> {
                if (course.hasOutput(step)) {
                    compare("outputs/" + step, output, course.outputOf(step));
                } else {
                    fail(
                            "outputs/" + step,
                            "test.output",
                            "Expected step \"%s\" to give an output, but it gave none.".formatted(step));
                }
            });
        }
        if (expected.output() != null) {
            compare("output", expected.output(), course.output());
        }
    }

    private void compare(String pointer, @Nullable Object wanted, @Nullable Object actual) {
        Likeness.difference(wanted, actual)
                .ifPresent(difference -> fail(pointer + difference.pointer(), "test.output", difference.message()));
    }

    private void fail(String pointer, String code, String message) {
        failures.add(new TestFailure(EXPECT + pointer, code, message));
    }
}
