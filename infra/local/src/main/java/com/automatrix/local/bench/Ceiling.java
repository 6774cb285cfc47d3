package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * What Kafka and PostgreSQL alone allow on this machine: poll, one transaction with an update and an insert for each
 * record, one publication for each record, commit of the offsets. No engine can be faster with the same promises.
 */
final class Ceiling {
    private static final String NOTE = """
            Medians of the runs. Poll, one transaction (a row changed and a row added for each record), one record
            published for each, offsets committed; records of 300 bytes, one thread.""";
    private static final List<Size> SIZES = List.of(new Size(1, 500), new Size(50, 10_000), new Size(500, 50_000));
    private static final int WARM_UP_BATCHES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private record Size(int batch, int records) {
        int warmUp() {
            return batch * WARM_UP_BATCHES;
        }

        /** What some runs and the warm-up read: each ends with a batch that may go beyond its count. */
        int needed(int runs) {
            return warmUp() + records * runs + batch * (runs + 1);
        }
    }

    private Ceiling() {}

    static Report measure(Settings settings, int runs) {
        var machine = Machine.here();
        var parts = new RunningParts(settings);
        var rows = new ArrayList<Row>();
        try (var topics = new CeilingTopics(parts.kafka());
                var store = new CeilingStore(parts)) {
            for (var size : SIZES) {
                System.err.println("Measuring batches of " + size.batch + " ...");
                topics.fill(size.needed(runs));
                rows.add(row(size, topics, store, runs));
            }
        }
        return new Report(machine, rows, NOTE, 0);
    }

    private static Row row(Size size, CeilingTopics topics, CeilingStore store, int runs) {
        var figures = new ArrayList<Map<Metric, Double>>();
        try (var reader = topics.reader(size.batch)) {
            process(size.warmUp(), reader, topics, store);
            for (var i = 0; i < runs; i++) {
                var begin = System.nanoTime();
                process(size.records, reader, topics, store);
                figures.add(Map.of(Metric.RECORDS_PER_SECOND, size.records / ((System.nanoTime() - begin) / 1e9)));
            }
        }
        return new Row("ceiling", "batches of " + size.batch, figures, "");
    }

    private static void process(
            int count, KafkaConsumer<String, byte[]> reader, CeilingTopics topics, CeilingStore store) {
        var patienceEnds = System.nanoTime() + PATIENCE.toNanos() * 10;
        for (var done = 0; done < count; ) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            reader.poll(PATIENCE).forEach(records::add);
            if (records.isEmpty() || System.nanoTime() > patienceEnds) {
                throw new Failure("Expected " + count + " records to be processed, but only " + done + " were.");
            }
            store.store(records);
            topics.publish(records);
            reader.commitSync();
            done += records.size();
        }
    }
}
