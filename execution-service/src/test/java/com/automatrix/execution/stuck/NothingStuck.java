package com.automatrix.execution.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Asserts, after each class of tests, that everything which still goes on waits for something. */
public final class NothingStuck implements TestExecutionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void afterTestClass(TestContext context) {
        ApplicationContext application = context.getApplicationContext();
        StuckSearch search = application.getBean(StuckSearch.class);
        InstantSource clock = application.getBean(InstantSource.class);
        // What somebody has asked for a moment ago is still on its way.
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(search.unchangedSince(clock.instant())).isEmpty());
    }
}
