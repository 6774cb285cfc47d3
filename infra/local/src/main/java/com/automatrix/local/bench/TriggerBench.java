package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import com.automatrix.local.client.AsyncApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** ./automatrix bench triggers: how many events a second are matched against the triggers of 200 workflows. */
public final class TriggerBench {
    private static final int WORKFLOWS = 200;
    /** One event in so many starts an execution, as where each department waits for its own. */
    private static final int ONE_IN = 100;

    private static final int WARM_UP = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double NANOS = 1e9;

    private final RunningParts parts;
    private final Ends ends;
    private final List<Workflow> workflows;
    private final String topic;

    private TriggerBench(RunningParts parts, Ends ends, List<Workflow> workflows, String topic) {
        this.parts = parts;
        this.ends = ends;
        this.workflows = List.copyOf(workflows);
        this.topic = topic;
    }

    public static void main(String[] arguments) {
        try {
            var options = TriggerOptions.read(List.of(arguments));
            var report = measure(Settings.of(System.getenv()), options);
            System.out.println(options.json() ? report.json() : report.text());
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Report measure(Settings settings, TriggerOptions options) {
        var machine = Machine.here();
        var parts = new RunningParts(settings);
        var document = settings.root().resolve("contracts/src/main/resources/contracts/asyncapi.yaml");
        var topic = AsyncApi.read(document).topicOf(Definitions.EVENT_TYPE);
        try (var published = new Workflows(new Session(settings));
                var ends = new Ends(parts.kafka())) {
            System.err.println("Publishing " + WORKFLOWS + " workflows ...");
            var workflows = IntStream.range(0, WORKFLOWS)
                    .mapToObj(number -> published.publish("trigger " + number, Definitions.onEvent(filter(number))))
                    .toList();
            published.awaitTrigger(workflows.getLast());
            var bench = new TriggerBench(parts, ends, workflows, topic);
            bench.run(WARM_UP);
            System.err.println("Sending " + options.events() + " events ...");
            var row = new Row(
                    "triggers",
                    "%d events, %d triggers with filters, one event in %d starts an execution"
                            .formatted(options.events(), WORKFLOWS, ONE_IN),
                    List.of(bench.run(options.events())),
                    "");
            return new Report(machine, List.of(row), "From the first event sent until the last execution ended.", 0);
        }
    }

    private Map<Metric, Double> run(int count) {
        var properties = Map.<String, Object>of("bootstrap.servers", parts.kafka(), "linger.ms", 5);
        var expected = new HashMap<Workflow, Integer>();
        workflows.forEach(workflow -> expected.put(workflow, ends.completed(workflow)));
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            var partitions = producer.partitionsFor(topic);
            var begin = System.nanoTime();
            for (var i = 0; i < count; i++) {
                Burst.send(producer, Burst.event(topic, id(i), i));
                if (i % ONE_IN == 0) {
                    expected.merge(workflows.get(wanted(i)), 1, Integer::sum);
                }
            }
            finish(producer, partitions, expected);
            expected.forEach((workflow, ended) -> ends.await(workflow, ended, PATIENCE));
            var seconds = (System.nanoTime() - begin) / NANOS;
            return Map.of(Metric.EVENTS_PER_SECOND, count / seconds, Metric.SECONDS, seconds);
        }
    }

    /** The last event of each partition starts an execution: when it has ended, all before it were matched. */
    private void finish(
            KafkaProducer<String, byte[]> producer, List<PartitionInfo> partitions, Map<Workflow, Integer> expected) {
        var lasts = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var partition : partitions) {
            var event = Burst.event(topic, id(0), 0);
            lasts.add(new ProducerRecord<>(topic, partition.partition(), event.key(), event.value(), event.headers()));
            expected.merge(workflows.get(wanted(0)), 1, Integer::sum);
        }
        lasts.forEach(last -> Burst.send(producer, last));
    }

    private static int wanted(int number) {
        return number / ONE_IN % WORKFLOWS;
    }

    private static String id(int number) {
        var wanted = number % ONE_IN == 0 ? String.valueOf(wanted(number)) : "none";
        return "bench-" + wanted + "-" + UUID.randomUUID();
    }

    private static String filter(int number) {
        return "input.department = 'SERVICE' and $contains(input.callId, 'bench-" + number + "-')";
    }
}
