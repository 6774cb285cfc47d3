package com.automatrix.testkit;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.boot.SpringApplication;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** One Kafka broker for the JVM, with the product's topics; and others for tests that need one of their own. */
public final class RealKafka {

    private RealKafka() {}

    /** Where it listens; starts it at the first call. */
    public static String bootstrapServers() {
        return Broker.RUNNING;
    }

    /**
     * Starts a broker that nobody else in this JVM uses, with the product's topics: for a service whose workers must not
     * share their steps with those of the services of other tests.
     */
    public static String anotherBroker() {
        return Broker.start();
    }

    /** Makes a further topic, if it is not there yet; returns once the broker tells of it. */
    public static void createTopic(String name, int partitions) {
        withAdmin(admin -> {
            try {
                admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                        .all()
                        .get();
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
            // The broker tells of it a moment after it has made it.
            await().ignoreExceptions()
                    .until(() -> admin.describeTopics(List.of(name))
                            .allTopicNames()
                            .get()
                            .containsKey(name));
        });
    }

    /** Removes every record; offsets go on from where they were, so that running consumers are not disturbed. */
    static void emptyTopics() {
        withAdmin(admin -> {
            var names = admin.listTopics().names().get();
            var partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(RealKafka::partitions)
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get();
            var used = ends.entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(used).all().get();
        });
    }

    private static java.util.stream.Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> new TopicPartition(topic.name(), partition.partition()));
    }

    private static void withAdmin(AdminWork work) {
        withAdmin(bootstrapServers(), work);
    }

    private static void withAdmin(String bootstrapServers, AdminWork work) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            work.accept(admin);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Expected the broker to do this, but it did not.", failure.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected the broker to answer, but the test was stopped.", stopping);
        }
    }

    @FunctionalInterface
    private interface AdminWork {

        void accept(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static final class Broker {

        static final String RUNNING = start();

        private static String start() {
            var servers = Containers.areAvailable() ? inContainer() : embedded();
            withAdmin(
                    servers, admin -> admin.createTopics(TopicList.read()).all().get());
            return servers;
        }

        private static String inContainer() {
            @SuppressWarnings("resource") // Lives as long as the JVM; the engine's reaper removes it.
            var container = new KafkaContainer("apache/kafka:4.2.1");
            container.start();
            return container.getBootstrapServers();
        }

        private static String embedded() {
            var broker = new EmbeddedKafkaKraftBroker(1, 1);
            broker.brokerProperties(Map.of(
                    "message.max.bytes", "9437184",
                    "group.initial.rebalance.delay.ms", "0",
                    "offsets.topic.num.partitions", "3",
                    "transaction.state.log.num.partitions", "3",
                    "share.coordinator.state.topic.num.partitions", "1",
                    "log.cleaner.enable", "false"));
            broker.afterPropertiesSet();
            // After the services that use it: without it these would wait for it.
            SpringApplication.getShutdownHandlers().add(broker::destroy);
            return broker.getBrokersAsString();
        }
    }
}
