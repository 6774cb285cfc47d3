package com.automatrix.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.audit.AuditAutoConfiguration;
import com.automatrix.platform.credential.CredentialAutoConfiguration;
import com.automatrix.platform.credential.Credentials;
import com.automatrix.platform.credential.CredentialsProperties;
import com.automatrix.platform.database.DatabaseAutoConfiguration;
import com.automatrix.platform.json.JsonAutoConfiguration;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.MessagingAutoConfiguration;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.outbox.OutboxAutoConfiguration;
import com.automatrix.platform.outbox.OutboxProperties;
import com.automatrix.platform.problem.ProblemAutoConfiguration;
import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.problem.WebProperties;
import com.automatrix.platform.security.RevokedSessions;
import com.automatrix.platform.security.SecurityAutoConfiguration;
import com.automatrix.platform.security.SecurityProperties;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.time.TimeAutoConfiguration;
import com.automatrix.platform.trace.TraceAutoConfiguration;
import com.automatrix.platform.trace.TraceParents;
import com.automatrix.platform.worker.WorkerAutoConfiguration;
import com.automatrix.platform.worker.WorkerProperties;
import com.automatrix.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class AutoConfigurationsTest {

    private final ApplicationContextRunner plain = new ApplicationContextRunner();
    private final WebApplicationContextRunner web = new WebApplicationContextRunner();

    @Test
    void time_and_ids_are_there_and_replaceable() {
        var runner = plain.withConfiguration(AutoConfigurations.of(TimeAutoConfiguration.class));
        var clock = SettableClock.at("2026-03-02T08:00:00Z");

        runner.run(context ->
                assertThat(context).hasSingleBean(InstantSource.class).hasSingleBean(Ids.class));
        runner.withBean(InstantSource.class, () -> clock).run(context -> {
            assertThat(context.getBean(InstantSource.class)).isSameAs(clock);
            assertThat(context.getBean(Ids.class).next().toString()).startsWith("019cad8f-ac00-");
        });
    }

    @Test
    void json_is_strict_for_callers_and_leaves_nulls_out() {
        record Part(
                String name,
                @Nullable Duration age,
                @Nullable Instant at) {}
        plain.withConfiguration(AutoConfigurations.of(JsonAutoConfiguration.class, JacksonAutoConfiguration.class))
                .run(context -> {
                    var json = context.getBean(JsonMapper.class);
                    assertThat(json.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                            .isTrue();
                    assertThat(json.writeValueAsString(
                                    new Part("a", Duration.ofMinutes(90), Instant.parse("2026-03-02T08:00:00Z"))))
                            .isEqualTo("{\"name\":\"a\",\"age\":\"PT1H30M\",\"at\":\"2026-03-02T08:00:00Z\"}");
                    assertThat(json.writeValueAsString(new Part("a", null, null)))
                            .isEqualTo("{\"name\":\"a\"}");
                });
    }

    @Test
    void tracing_works_without_a_tracer() {
        plain.withConfiguration(AutoConfigurations.of(TraceAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasSingleBean(TraceParents.class)
                        .doesNotHaveBean(FilterRegistrationBean.class));
        web.withConfiguration(AutoConfigurations.of(TraceAutoConfiguration.class))
                .run(context -> assertThat(context).hasBean("correlationFilter"));
    }

    @Test
    void problems_are_for_web_applications() {
        var parts = AutoConfigurations.of(
                JsonAutoConfiguration.class, JacksonAutoConfiguration.class, ProblemAutoConfiguration.class);

        plain.withConfiguration(parts).run(context -> assertThat(context).doesNotHaveBean(ProblemWriter.class));
        web.withConfiguration(parts)
                .run(context -> assertThat(context)
                        .hasSingleBean(ProblemWriter.class)
                        .hasSingleBean(ErrorController.class)
                        .hasBean("requestSizeFilter"));
    }

    @Test
    void messaging_without_a_broker_still_writes_and_reads_events() {
        var parts = AutoConfigurations.of(
                TimeAutoConfiguration.class, TraceAutoConfiguration.class, MessagingAutoConfiguration.class);

        plain.withConfiguration(parts)
                .run(context -> assertThat(context)
                        .hasSingleBean(CloudEventRecords.class)
                        .doesNotHaveBean(DeadLetters.class)
                        .doesNotHaveBean(TopicTail.Factory.class));
        plain.withConfiguration(parts)
                .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
                .run(context ->
                        assertThat(context).hasSingleBean(DeadLetters.class).hasSingleBean(TopicTail.Factory.class));
    }

    @Test
    void security_guards_a_web_application_without_a_broker_too() {
        web.withConfiguration(AutoConfigurations.of(
                        TimeAutoConfiguration.class,
                        TraceAutoConfiguration.class,
                        JsonAutoConfiguration.class,
                        JacksonAutoConfiguration.class,
                        ProblemAutoConfiguration.class,
                        MessagingAutoConfiguration.class,
                        WebMvcAutoConfiguration.class,
                        ServletWebSecurityAutoConfiguration.class,
                        SecurityAutoConfiguration.class))
                .run(context -> {
                    assertThat(context).hasSingleBean(SecurityFilterChain.class).hasSingleBean(RevokedSessions.class);
                    assertThat(context.getBean(RevokedSessions.class).isRevoked("any"))
                            .isFalse();
                });
    }

    @Test
    void without_a_database_there_is_no_outbox_no_audit_and_no_worker() {
        var parts = AutoConfigurations.of(
                TimeAutoConfiguration.class,
                TraceAutoConfiguration.class,
                KafkaAutoConfiguration.class,
                MessagingAutoConfiguration.class,
                OutboxAutoConfiguration.class,
                AuditAutoConfiguration.class,
                WorkerAutoConfiguration.class);

        plain.withConfiguration(parts)
                .withPropertyValues("automatrix.worker.pool=ai")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Outbox.class)
                        .doesNotHaveBean(Audit.class)
                        .doesNotHaveBean(WorkerProperties.class));
        plain.withConfiguration(parts)
                .withClassLoader(new FilteredClassLoader(JdbcClient.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Outbox.class));
    }

    @Test
    void with_a_database_there_is_an_outbox_and_an_audit_log() {
        withDatabase()
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Outbox.class)
                        .hasSingleBean(Audit.class)
                        .doesNotHaveBean(WorkerProperties.class));
    }

    @Test
    void credentials_are_for_workers() {
        var runner = plain.withConfiguration(
                AutoConfigurations.of(TimeAutoConfiguration.class, CredentialAutoConfiguration.class));

        runner.run(context -> assertThat(context).doesNotHaveBean(Credentials.class));
        runner.withPropertyValues("automatrix.worker.pool=io")
                .run(context -> assertThat(context).hasSingleBean(Credentials.class));
        runner.withPropertyValues("automatrix.worker.pool=io", "automatrix.credentials.cached-for=2m")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_service_may_bring_its_own_outbox() {
        var own = new Outbox() {
            @Override
            public void append(String topic, String key, String type, Object data) {}

            @Override
            public void append(List<ProducerRecord<String, byte[]>> messages) {}

            @Override
            public void appendTombstone(String topic, String key) {}
        };

        withDatabase()
                .withBean("own", Outbox.class, () -> own)
                .run(context -> assertThat(context.getBean(Outbox.class)).isSameAs(own));
    }

    @Test
    void platform_tables_have_a_migration_of_their_own() {
        plain.withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class))
                .run(context -> assertThat(context).hasSingleBean(FlywayMigrationStrategy.class));
        plain.withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(FlywayMigrationStrategy.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("platformTablesFirst"));
    }

    @Test
    void these_are_the_defaults() {
        plain.withUserConfiguration(PropertiesOnly.class)
                .withPropertyValues("automatrix.worker.pool=ai")
                .run(context -> {
                    assertThat(context.getBean(WebProperties.class))
                            .isEqualTo(new WebProperties(DataSize.ofMegabytes(8)));
                    assertThat(context.getBean(OutboxProperties.class))
                            .isEqualTo(new OutboxProperties(true, 500, Duration.ofSeconds(2), Duration.ofSeconds(20)));
                    assertThat(context.getBean(WorkerProperties.class))
                            .isEqualTo(new WorkerProperties(
                                    "ai",
                                    64,
                                    64,
                                    Duration.ofSeconds(30),
                                    5,
                                    Duration.ofMillis(500),
                                    Duration.ofDays(2),
                                    Duration.ofHours(1),
                                    Duration.ofSeconds(10),
                                    DataSize.ofMegabytes(3)));
                    assertThat(context.getBean(SecurityProperties.class))
                            .isEqualTo(new SecurityProperties(
                                    "http://localhost:8081/.well-known/jwks.json",
                                    "automatrix",
                                    "automatrix",
                                    java.util.List.of(),
                                    Duration.ofMinutes(5),
                                    Duration.ofHours(4),
                                    Duration.ofSeconds(30)));
                    assertThat(context.getBean(CredentialsProperties.class))
                            .isEqualTo(new CredentialsProperties(
                                    URI.create("http://localhost:8081"), "", "", Duration.ofMinutes(1)));
                });
    }

    private ApplicationContextRunner withDatabase() {
        // Nothing connects before it is used, and the relay is told not to.
        return plain.withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://localhost:1/none", "automatrix.outbox.enabled=false")
                .withConfiguration(AutoConfigurations.of(
                        TimeAutoConfiguration.class,
                        TraceAutoConfiguration.class,
                        KafkaAutoConfiguration.class,
                        MessagingAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        OutboxAutoConfiguration.class,
                        AuditAutoConfiguration.class,
                        WorkerAutoConfiguration.class));
    }

    @org.springframework.boot.context.properties.EnableConfigurationProperties({
        WebProperties.class,
        OutboxProperties.class,
        WorkerProperties.class,
        SecurityProperties.class,
        CredentialsProperties.class
    })
    static class PropertiesOnly {}
}
