package com.automatrix.execution.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.platform.worker.StepResult;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VinWorkerTest {

    private static final Instant NOW = Instant.parse("2026-05-01T14:00:00Z");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer register;
    private volatile int status = 200;
    private volatile String answer = "{}";

    @BeforeEach
    void startRegister() throws IOException {
        register = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        register.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        register.start();
    }

    @AfterEach
    void stopRegister() {
        register.stop(0);
    }

    @Test
    void a_good_vin_is_taken_apart_and_nobody_is_asked() {
        JsonNode output = decode(Map.of("vin", "1hgcm82633a004352"));

        assertThat(output).isEqualTo(ContractJson.events().readTree("""
                {"vin": "1HGCM82633A004352", "verdict": "VALID", "checkDigitApplies": true, "suspect": false,
                 "wmi": "1HG", "maker": "1HG", "smallMaker": false, "region": "NORTH_AMERICA", "country": "US",
                 "plant": "A", "serial": "004352", "years": [2003], "yearBasis": "ONLY_ONE_SO_FAR"}"""));
        assertThat(asked).isEmpty();
    }

    @Test
    void a_bad_vin_is_a_warning_and_no_failure() {
        assertThat(decode(Map.of("vin", "1HGCM82633A004353")).path("warning").asString())
                .contains("check digit");
        assertThat(decode(Map.of("vin", "123")).path("warning").asString()).contains("but there are 3");
        assertThat(decode(Map.of("vin", "")).path("verdict").asString()).isEqualTo("LENGTH");
        assertThat(decode(Map.of("vin", 17)).path("verdict").asString()).isEqualTo("LENGTH");
    }

    @Test
    void the_register_is_not_told_the_serial_number() {
        answer = """
                {"Count": 1, "Message": "", "Results": [{"ErrorCode": "5,14", "Make": "HONDA", "Model": "Accord",
                 "ModelYear": "2003", "Trim": ""}]}""";

        JsonNode found =
                decode(Map.of("vin", "1HGCM82633A004352", "vpic", true)).path("register");

        assertThat(asked).containsExactly("/api/vehicles/DecodeVinValues/1HGCM82633A******?format=json");
        assertThat(found).isEqualTo(ContractJson.events().readTree("""
                {"answered": true, "errorCodes": [5, 14],
                 "vehicle": {"make": "HONDA", "model": "Accord", "year": "2003"}}"""));
    }

    @Test
    void a_register_that_is_away_or_talks_nonsense_is_told_in_the_output() {
        Map<String, Object> config = Map.of("vin", "1HGCM82633A004352", "vpic", true);
        status = 504;
        answer = "<html>Gateway Time-out</html>";
        assertThat(decode(config).at("/register/problem").asString()).contains("504");

        status = 200;
        assertThat(decode(config).at("/register/answered").asBoolean()).isFalse();

        register.stop(0);
        assertThat(decode(config).at("/register/answered").asBoolean()).isFalse();
    }

    @Test
    void without_an_address_nobody_is_asked() {
        JsonNode output = decode(null, Map.of("vin", "1HGCM82633A004352", "vpic", true));

        assertThat(output.at("/register/answered").asBoolean()).isFalse();
        assertThat(asked).isEmpty();
    }

    private JsonNode decode(Map<String, Object> config) {
        return decode(URI.create("http://localhost:" + register.getAddress().getPort() + "/"), config);
    }

    private static JsonNode decode(@Nullable URI url, Map<String, Object> config) {
        VinWorker worker = new VinWorker(
                new ConfigReader(new SchemaCheck()),
                new Vpic(new VpicProperties(url, Duration.ofSeconds(10))),
                () -> NOW);
        StepResult result = worker.execute(request(config));
        assertThat(result).isInstanceOf(StepResult.Success.class);
        JsonNode output = ContractJson.events().valueToTree(((StepResult.Success) result).output());
        assertThat(new SchemaCheck()
                        .value(
                                StepTypes.builtIn()
                                        .find("auto.decodeVin")
                                        .orElseThrow()
                                        .outputSchema(),
                                output))
                .isEmpty();
        return output;
    }

    private static StepRequested request(Map<String, Object> config) {
        return new StepRequested(
                new ExecutionId(new UUID(0, 1)),
                StepRunId.parse("vin"),
                1,
                "auto.decodeVin",
                config,
                NOW,
                "key",
                "correlation",
                new WorkflowId(new UUID(0, 2)),
                1,
                "vin",
                null);
    }
}
