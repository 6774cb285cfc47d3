package com.automatrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RealPartsIT {

    @Test
    void each_database_is_fresh() throws SQLException {
        var one = RealPostgres.newDatabase();
        var two = RealPostgres.newDatabase();

        execute(one, "create table part (id int)");
        execute(two, "create table part (id int)");
        assertThat(one.url()).isNotEqualTo(two.url());
    }

    @Test
    void the_topics_of_the_product_are_there_with_their_partitions() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealKafka.bootstrapServers()))) {
            var topics = admin.describeTopics(java.util.List.of("execution-commands", "settings-changed"))
                    .allTopicNames()
                    .get();
            assertThat(topics.values())
                    .extracting(topic -> topic.name() + " " + topic.partitions().size())
                    .containsExactlyInAnyOrder("execution-commands 12", "settings-changed 1");
        }
    }

    @Test
    void a_probe_sees_what_is_written_after_it_was_made() {
        RealKafka.createTopic("probed", 2);
        RealKafka.createTopic("probed", 2);
        write("probed", "before");
        try (var probe = TopicProbe.of("probed");
                var whole = TopicProbe.fromBeginning("probed")) {
            write("probed", "after");

            assertThat(probe.await(_ -> true).key()).isEqualTo("after");
            assertThat(whole.await(2, _ -> true)).extracting("key").containsExactlyInAnyOrder("before", "after");
            assertThat(probe.during(Duration.ofMillis(200), "before")).isEmpty();
        }
    }

    @Test
    void emptied_topics_hold_nothing_but_go_on_counting() {
        write("settings-changed", "old");
        RealKafka.emptyTopics();

        try (var probe = TopicProbe.fromBeginning("settings-changed")) {
            write("settings-changed", "new");
            var first = probe.await(_ -> true);
            assertThat(first.key()).isEqualTo("new");
            assertThat(first.offset()).isPositive();
        }
    }

    @Test
    void a_token_is_signed_by_the_key_that_is_served() throws Exception {
        var keys = JWKSet.load(URI.create(TestTokens.jwksUrl()).toURL());
        var token = SignedJWT.parse(TestTokens.token("ADMIN"));

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("ADMIN");
        assertThat(SignedJWT.parse(TestTokens.user("ADMIN").signByStranger()).verify(new RSASSAVerifier(key)))
                .isFalse();
        assertThat(TestTokens.bearer("VIEWER")).startsWith("Bearer ey");
    }

    private static void execute(RealPostgres.Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void write(String topic, String key) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", RealKafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, new byte[0])).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
