package com.automatrix.local.chaos;

import com.automatrix.local.client.Hub;
import com.automatrix.local.client.LeadDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What Kafka and the list of leads tell of the documents of a run; for one thread. */
final class LeadEvidence implements AutoCloseable {
    private static final String TOPIC = "dealership.sales";
    private static final String TYPE = "com.automatrix.lead.received.v1";
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Pattern number;
    private final String run;
    /** The ids of the events of each document. */
    private final Map<Integer, Set<String>> events = new HashMap<>();

    private int redelivered;

    LeadEvidence(String kafka, String run) {
        var properties = Map.<String, Object>of("bootstrap.servers", kafka, "auto.offset.reset", "latest");
        this.run = run;
        this.number = LeadDocument.number(run);
        this.consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: without this, what comes before the first poll would be missed.
        partitions.forEach(consumer::position);
    }

    /** Reads until each document has an event, or none has come for so long. */
    void awaitEvents(Set<Integer> documents, Duration standstill) {
        var last = System.nanoTime();
        while (!events.keySet().containsAll(documents) && System.nanoTime() - last < standstill.toNanos()) {
            if (readOnce()) {
                last = System.nanoTime();
            }
        }
        // What was published twice comes right behind.
        while (readOnce()) {}
    }

    private boolean readOnce() {
        var records = consumer.poll(POLL);
        records.forEach(this::read);
        return !records.isEmpty();
    }

    private void read(ConsumerRecord<String, byte[]> event) {
        var found = number.matcher(new String(event.value(), StandardCharsets.UTF_8));
        if (TYPE.equals(header(event, "ce_type")) && found.find()) {
            var ids = events.computeIfAbsent(Integer.valueOf(found.group(1)), _ -> new HashSet<>());
            if (!ids.add(header(event, "ce_id"))) {
                redelivered++;
            }
        }
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    int lost(Set<Integer> documents) {
        return (int) documents.stream()
                .filter(document -> !events.containsKey(document))
                .count();
    }

    int twice() {
        return (int) events.values().stream().filter(ids -> ids.size() > 1).count();
    }

    int redelivered() {
        return redelivered;
    }

    /** How many leads the list has of the run, page by page as a person would look; repeats of one are one. */
    int listed(Hub hub) {
        var leads = new HashSet<String>();
        var first = "/api/leads?limit=200&text=" + LeadDocument.address(run);
        var next = first;
        while (!next.isEmpty()) {
            var page = hub.expect(hub.get(next), "GET " + next);
            page.path("items").forEach(lead -> leads.add(lead.path("id").asString()));
            var cursor = page.path("nextCursor").asString("");
            next = cursor.isEmpty() ? "" : first + "&cursor=" + cursor;
        }
        return leads.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
