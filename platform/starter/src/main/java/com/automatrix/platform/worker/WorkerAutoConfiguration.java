package com.automatrix.platform.worker;

import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.outbox.OutboxAutoConfiguration;
import com.automatrix.platform.outbox.PromptOutbox;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.TraceParents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a service with {@code automatrix.worker.pool} a member of that pool; its {@link StepWorker} beans do the work. */
@AutoConfiguration(after = OutboxAutoConfiguration.class)
@ConditionalOnProperty("automatrix.worker.pool")
@ConditionalOnBean({Outbox.class, DeadLetters.class})
@EnableConfigurationProperties(WorkerProperties.class)
public final class WorkerAutoConfiguration {

    @Bean
    ProcessName processName(@Value("${spring.application.name:application}") String service, Ids ids) {
        return ProcessName.of(service, ids);
    }

    @Bean
    StepInbox stepInbox(JdbcClient jdbc, WorkerProperties properties, ProcessName process) {
        return new StepInbox(jdbc, properties.pool(), process.text());
    }

    @Bean
    DeferredSteps deferredSteps(StepInbox inbox, InstantSource clock) {
        return new DeferredSteps(inbox, clock);
    }

    @Bean
    StepResults stepResults(
            StepInbox inbox,
            PromptOutbox outbox,
            PlatformTransactionManager transactions,
            CloudEventRecords records,
            InstantSource clock) {
        return new StepResults(inbox, outbox, new TransactionTemplate(transactions), records, clock);
    }

    @Bean
    StepExecutor stepExecutor(ObjectProvider<StepWorker> workers, WorkerProperties properties) {
        return new StepExecutor(workers.orderedStream().toList(), properties.maxOutput());
    }

    @Bean
    StepRunner stepRunner(
            StepInbox inbox,
            StepExecutor executor,
            StepResults results,
            RunnerSurroundings surroundings,
            WorkerProperties properties) {
        return new StepRunner(inbox, executor, results, surroundings, properties);
    }

    @Bean
    RunnerSurroundings runnerSurroundings(
            ProcessName process, InstantSource clock, TraceParents traces, ObjectProvider<MeterRegistry> metrics) {
        return new RunnerSurroundings(process.text(), clock, traces, metrics.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    StepCancellationListener stepCancellationListener(
            TopicTail.Factory tails, CloudEventRecords records, StepRunner runner, WorkerProperties properties) {
        return new StepCancellationListener(tails, records, runner, properties.cancelLookback());
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> stepIntakeContainer(
            ConsumerFactory<String, byte[]> consumers,
            StepIntake intake,
            CommonErrorHandler failures,
            WorkerProperties properties) {
        var container = new ContainerProperties(Topics.stepRequested(properties.pool()));
        container.setGroupId("worker-" + properties.pool());
        container.setClientId("worker-" + properties.pool());
        container.setMessageListener(intake);
        var listener = new ConcurrentMessageListenerContainer<>(consumers, container);
        listener.setBeanName("stepIntake");
        listener.setCommonErrorHandler(failures);
        return listener;
    }

    @Bean
    StepIntake stepIntake(
            CloudEventRecords records, DeadLetters deadLetters, StepExecutor executor, StepRunner runner) {
        return new StepIntake(records, deadLetters, executor, runner);
    }
}
