package com.automatrix.workflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.Http;
import com.automatrix.workflow.RunningService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaOperations;

@RunningService
class CredentialNamesIT {

    private static final String DEFINITION = """
            {"definition": {"specVersion": "1", "triggers": [], "edges": [], "nodes": [
              {"id": "ask", "type": "http.request", "config":
                {"method": "GET", "url": "https://crm.example.test/leads", "credential": "crm-live"}}]}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private CredentialNames names;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private KafkaOperations<String, byte[]> kafka;

    @Test
    void what_auth_service_says_is_what_definitions_may_name() {
        tell("crm-life");

        var problems = Http.as("BUILDER", port)
                .post("/api/workflows/validate", DEFINITION)
                .json()
                .path("problems");
        assertThat(problems).hasSize(1);
        assertThat(problems.at("/0/code").asString()).isEqualTo("credential.unknown");
        assertThat(problems.at("/0/severity").asString()).isEqualTo("ERROR");
        assertThat(problems.at("/0/message").asString()).contains("Did you mean \"crm-life\"?");

        tell("crm-live");

        assertThat(Http.as("BUILDER", port)
                        .post("/api/workflows/validate", DEFINITION)
                        .json()
                        .path("problems"))
                .isEmpty();
    }

    private void tell(String name) {
        var value = List.of(Map.of("name", name, "type", "BEARER"));
        kafka.send(records.record(
                        Topics.SETTINGS_CHANGED,
                        "credentials",
                        MessageTypes.SETTINGS_CHANGED,
                        new SettingsChanged("credentials", value),
                        "test"))
                .join();
        await().until(() -> names.known().equals(Optional.of(Set.of(name))));
    }
}
