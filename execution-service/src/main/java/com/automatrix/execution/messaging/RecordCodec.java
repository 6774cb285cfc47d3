package com.automatrix.execution.messaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Writes records as length-prefixed bytes, because a batch's row is read back only after a crash. */
final class RecordCodec {

    private static final int NULL = -1;

    private RecordCodec() {}

    static byte[] encode(List<OutgoingRecord> records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(records.size());
            for (OutgoingRecord message : records) {
                writeText(out, message.topic());
                writeText(out, message.key());
                out.writeInt(message.headers().size());
                for (RecordHeader header : message.headers()) {
                    writeText(out, header.key());
                    writeBytes(out, header.value());
                }
                writeBytes(out, message.value());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<OutgoingRecord> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            List<OutgoingRecord> records = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                records.add(readRecord(in));
            }
            return records;
        } catch (IOException damaged) {
            throw new UncheckedIOException("Expected a batch of outgoing records, but its bytes end early", damaged);
        }
    }

    private static OutgoingRecord readRecord(DataInputStream in) throws IOException {
        String topic = required(readText(in));
        String key = readText(in);
        int count = in.readInt();
        List<RecordHeader> headers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            headers.add(new RecordHeader(required(readText(in)), readBytes(in)));
        }
        return new OutgoingRecord(topic, key, headers, readBytes(in));
    }

    private static String required(@Nullable String text) throws IOException {
        if (text == null) {
            throw new IOException("Expected a name, but found none");
        }
        return text;
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        writeBytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        byte[] bytes = readBytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(NULL);
            return;
        }
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte @Nullable [] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NULL ? null : in.readNBytes(length);
    }
}
