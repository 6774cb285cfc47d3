package com.automatrix.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;

/** A real Kafka broker with its controller in one process, from Maven artifacts, with a durable data folder. */
final class Broker {
    static final String NAME = "kafka";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> JVM = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders");

    private final Settings settings;
    private final Children children;

    Broker(Settings settings, Children children) {
        this.settings = settings;
        this.children = children;
    }

    Launch launch() {
        var command = new ArrayList<>(java());
        command.add("kafka.Kafka");
        command.add(properties().toString());
        return new Launch(
                NAME,
                List.of(),
                command,
                Map.of("TZ", "UTC"),
                Map.of(
                        settings.ports().kafka(), "Kafka",
                        settings.ports().kafkaController(), "Kafka's controller"));
    }

    private List<String> java() {
        var command = new ArrayList<String>();
        command.add(settings.java());
        command.addAll(JVM);
        command.add("-Dlog4j2.configurationFile=" + log4j());
        command.add("-cp");
        command.add(libraries() + "/*");
        return command;
    }

    /** A folder of its own, named by the jars in it: a later build may replace those of this process. */
    private Path libraries() {
        var names = jars().map(jar -> jar.getFileName().toString()).sorted().collect(Collectors.joining("\n"));
        return settings.apps().resolve("kafka-" + Launch.Fingerprints.of(names));
    }

    private static Stream<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.contains("infra-local") && !ScriptedAi.isOwn(entry))
                .map(Path::of);
    }

    private void copyLibrariesOnce() throws IOException {
        if (Files.isDirectory(libraries())) {
            return;
        }
        Files.createDirectories(settings.apps());
        var fresh = Files.createTempDirectory(settings.apps(), "kafka");
        for (var jar : jars().toList()) {
            Files.copy(jar, fresh.resolve(jar.getFileName()));
        }
        Files.move(fresh, libraries());
    }

    /** Writes the configuration and formats the storage, the latter once. */
    void prepare() {
        try {
            Files.createDirectories(data());
            copyLibrariesOnce();
            Files.writeString(properties(), configuration());
            Files.writeString(log4j(), LOG4J);
            if (!Files.exists(data().resolve("meta.properties"))) {
                format();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void format() throws IOException {
        var command = new ArrayList<>(java());
        command.addAll(List.of(
                "kafka.tools.StorageTool", "format", "-t", Uuid.randomUuid().toString()));
        command.addAll(List.of("-c", properties().toString(), "--standalone"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Failure(output + "\nExpected to format Kafka's data folder, but it failed: see above.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private Path data() {
        return settings.home().resolve("kafka");
    }

    private Path properties() {
        return settings.home().resolve("kafka.properties");
    }

    private Path log4j() {
        return settings.home().resolve("kafka-log4j2.properties");
    }

    private String configuration() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=localhost:%d
                log.dirs=%s
                auto.create.topics.enable=false
                group.initial.rebalance.delay.ms=0
                message.max.bytes=8388608
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=10
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=5
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=5
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=1048576
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                        settings.ports().kafka(),
                        settings.ports().kafkaController(),
                        settings.ports().kafka(),
                        settings.ports().kafkaController(),
                        settings.ports().kafkaController(),
                        data());
    }

    private static final String LOG4J = """
            appender.stdout.type=Console
            appender.stdout.name=stdout
            appender.stdout.layout.type=PatternLayout
            appender.stdout.layout.pattern=%d{ISO8601} %p %m (%c{1})%n
            rootLogger.level=warn
            rootLogger.appenderRef.stdout.ref=stdout
            logger.server.name=kafka.server.KafkaRaftServer
            logger.server.level=info
            """;

    /** Waits for the broker, then creates each topic that is missing and brings the others' settings up to date. */
    void createTopics() {
        var topics = TopicList.topics(settings.root());
        try (var admin = admin()) {
            var existing = awaitReady(admin);
            createMissing(admin, topics, existing);
            growPartitions(admin, topics, existing);
            alterConfigs(admin, topics);
            awaitLeaders(admin, topics.stream().map(TopicList.Topic::name).toList());
        } catch (ExecutionException failure) {
            throw new Failure("Expected to create the topics, but: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        "localhost:" + settings.ports().kafka(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000));
    }

    private Set<String> awaitReady(Admin admin) throws InterruptedException, ExecutionException {
        var ready = Waiting.until(PATIENCE, Duration.ofMillis(50), () -> {
            if (children.alive(NAME).isEmpty()) {
                throw children.died(NAME);
            }
            return Ports.answers(settings.ports().kafka());
        });
        if (!ready) {
            throw new Failure(children.tail(NAME, 25) + "\nKafka did not answer within " + PATIENCE.toSeconds()
                    + " seconds; see " + children.log(NAME) + ".");
        }
        return admin.listTopics().names().get();
    }

    private static void createMissing(Admin admin, List<TopicList.Topic> topics, Set<String> existing)
            throws InterruptedException, ExecutionException {
        admin.createTopics(topics.stream()
                        .filter(topic -> !existing.contains(topic.name()))
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                        .toList())
                .all()
                .get();
    }

    private static void growPartitions(Admin admin, List<TopicList.Topic> topics, Set<String> existing)
            throws InterruptedException, ExecutionException {
        var names = topics.stream()
                .map(TopicList.Topic::name)
                .filter(existing::contains)
                .toList();
        var partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.partitions().size()));
        var growth = TopicGrowth.of(topics, partitions);
        growth.left().forEach(System.err::println);
        if (!growth.grown().isEmpty()) {
            admin.createPartitions(growth.grown().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, topic -> NewPartitions.increaseTo(topic.getValue()))))
                    .all()
                    .get();
        }
    }

    private static void alterConfigs(Admin admin, List<TopicList.Topic> topics)
            throws InterruptedException, ExecutionException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = topics.stream()
                .filter(topic -> !topic.config().isEmpty())
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), Broker::operations));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static Collection<AlterConfigOp> operations(TopicList.Topic topic) {
        return topic.config().entrySet().stream()
                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                .toList();
    }

    private static void awaitLeaders(Admin admin, List<String> names) {
        Waiting.until(PATIENCE, Duration.ofMillis(50), () -> {
            try {
                return admin.describeTopics(names).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition -> partition.leader() != null);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Failure("Interrupted.", interrupted);
            } catch (ExecutionException notYet) {
                return false;
            }
        });
    }
}
