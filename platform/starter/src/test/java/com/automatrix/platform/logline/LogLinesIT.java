package com.automatrix.platform.logline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.automatrix.contracts.message.LogLine;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.testkit.TopicProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

@PlatformIT
class LogLinesIT {

    private static final Logger LOG = LoggerFactory.getLogger(LogLinesIT.class);

    private final CloudEventRecords records;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Ids ids;
    private final String correlationId = Correlation.fresh();

    @Autowired
    LogLinesIT(CloudEventRecords records, KafkaTemplate<String, byte[]> kafka, Ids ids) {
        this.records = records;
        this.kafka = kafka;
        this.ids = ids;
    }

    @Test
    void a_line_about_a_request_is_handed_on_with_its_stack_trace() {
        try (TopicProbe topic = TopicProbe.of(Topics.LOG_LINES)) {
            Correlation.run(
                    correlationId, () -> LOG.warn("part not found number={}", 4711, new IllegalStateException("gone")));

            LogLine line = lineOf(topic.await(this::isOurs));

            assertThat(line.service()).isEqualTo("sample-service");
            assertThat(line.level()).isEqualTo("WARN");
            assertThat(line.logger()).isEqualTo(LogLinesIT.class.getName());
            assertThat(line.message()).isEqualTo("part not found number=4711");
            assertThat(line.exception())
                    .startsWith("java.lang.IllegalStateException: gone")
                    .contains("LogLinesIT");
        }
    }

    @Test
    void lines_below_info_and_lines_about_nothing_stay_in_the_log() {
        try (TopicProbe topic = TopicProbe.of(Topics.LOG_LINES)) {
            LOG.warn("about nothing");
            Correlation.run(correlationId, () -> {
                LOG.debug("too small");
                LOG.info("about a request");
            });

            topic.await(this::isOurs);

            assertThat(topic.await(1, message -> lineOf(message).logger().equals(LogLinesIT.class.getName())))
                    .allMatch(message -> lineOf(message).message().equals("about a request"));
        }
    }

    @Test
    void lines_are_handed_on_while_the_application_runs_also_after_the_log_was_configured_anew() {
        var context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        var lines = new ArrayList<LogLine>();
        var log = context.getLogger("Sample");
        var root = new RootLog(context, new LogLineAppender(ids, "sample-service", lines::add));

        root.start();
        context.stop();
        context.reset();
        assertThat(root.isRunning()).isFalse();
        root.start();
        Correlation.run(correlationId, () -> log.info("anew"));
        root.stop();
        Correlation.run(correlationId, () -> log.info("too late"));

        assertThat(lines).extracting(LogLine::message).containsExactly("anew");
    }

    @Test
    void a_long_line_is_cut() {
        try (TopicProbe topic = TopicProbe.of(Topics.LOG_LINES)) {
            Correlation.run(correlationId, () -> LOG.info("x".repeat(10_000)));

            assertThat(lineOf(topic.await(this::isOurs)).message())
                    .hasSize(4_000)
                    .endsWith("x…");
        }
    }

    @Test
    void a_flood_is_dropped_and_counted() {
        var metrics = new SimpleMeterRegistry();
        var lines = new LogLines(kafka, records, metrics);

        Stream.generate(this::line).limit(1_500).forEach(lines::add);

        assertThat(metrics.get("automatrix.log.lines.dropped").counter().count())
                .isEqualTo(500);
    }

    private LogLine line() {
        return new LogLine(ids.next(), Instant.now(), "sample-service", "INFO", "Sample", correlationId, "again", null);
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> message) {
        return correlationId.equals(message.key());
    }

    private LogLine lineOf(ConsumerRecord<String, byte[]> message) {
        return records.data(message, LogLine.class);
    }
}
