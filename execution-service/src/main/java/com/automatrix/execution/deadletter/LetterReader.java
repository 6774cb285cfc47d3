package com.automatrix.execution.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.CleanText;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.time.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Reads what lies in dead-letter topics; whatever it is, it can be read. */
@Component
class LetterReader {

    private static final Set<String> OWN_HEADERS = Set.of(
            DeadLetters.REASON,
            DeadLetters.ORIGINAL_TOPIC,
            DeadLetters.ORIGINAL_PARTITION,
            DeadLetters.ORIGINAL_OFFSET,
            DeadLetters.AT);
    private static final String TYPE = "ce_type";
    private static final String UNSAID = "Expected a reason, but whoever put it here has not said one.";

    private final Ids ids;

    LetterReader(Ids ids) {
        this.ids = ids;
    }

    DeadLetter read(ConsumerRecord<String, byte[]> message) {
        String topic = text(message, DeadLetters.ORIGINAL_TOPIC)
                .orElseGet(() -> message.topic().substring(Topics.deadLetter("").length()));
        List<LetterHeader> headers = Arrays.stream(message.headers().toArray())
                .filter(header -> !OWN_HEADERS.contains(header.key()))
                .map(LetterHeader::of)
                .toList();
        return new DeadLetter(
                ids.next(),
                topic,
                number(message, DeadLetters.ORIGINAL_PARTITION)
                        .filter(partition -> partition <= Integer.MAX_VALUE)
                        .map(Math::toIntExact)
                        .orElse(null),
                number(message, DeadLetters.ORIGINAL_OFFSET).orElse(null),
                time(message),
                text(message, DeadLetters.REASON).orElse(UNSAID),
                text(message, TYPE).or(() -> typeInside(message.value())).orElse(null),
                message.key() == null ? null : CleanText.clean(message.key()),
                headers,
                message.value(),
                DeadLetterState.OPEN,
                false,
                null,
                null);
    }

    private static Optional<String> text(ConsumerRecord<?, ?> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(CleanText.clean(new String(header.value(), UTF_8)));
    }

    private static Optional<Long> number(ConsumerRecord<?, ?> message, String name) {
        return text(message, name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static Instant time(ConsumerRecord<?, ?> message) {
        try {
            return text(message, DeadLetters.AT).map(Instant::parse).orElseGet(() -> written(message));
        } catch (DateTimeException notATime) {
            return written(message);
        }
    }

    static Instant written(ConsumerRecord<?, ?> message) {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** A structured event has its type in the value. */
    private static Optional<String> typeInside(byte @Nullable [] content) {
        if (content == null || content.length == 0 || content[0] != '{') {
            return Optional.empty();
        }
        try {
            String type = ContractJson.events().readTree(content).path("type").asString("");
            return type.isEmpty() ? Optional.empty() : Optional.of(CleanText.clean(type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
