package com.automatrix.execution;

import com.automatrix.execution.stuck.NothingStuck;
import com.automatrix.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;

/** The whole service on a port of its own, with real PostgreSQL and Kafka; all such tests share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "automatrix.execution.version-wait=1s",
            // Where the servers are that tests start.
            "automatrix.http.private-networks=127.0.0.1/32,::1/128",
            "automatrix.leads.smtp.enabled=true",
            "automatrix.leads.smtp.port=0"
        })
@ActiveProfiles("demo")
@RealParts
@Import({FakeWorker.class, FakeSecrets.class, FakePeople.class, Neighbours.class})
@TestExecutionListeners(
        listeners = NothingStuck.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface RunningService {}
