package com.automatrix.execution.worker;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks the vPIC register what it knows of a kind of vehicle. It is a help only: when it is away, the output says so. */
@Component
final class Vpic {

    private static final int LARGEST_ANSWER_BYTES = 256 * 1024;

    /** What is handed on, by the register's own names; it has some 150 fields. */
    private static final Map<String, String> FIELDS = fields();

    private final HttpClient client;
    private final VpicProperties properties;

    Vpic(VpicProperties properties) {
        this.properties = properties;
        this.client =
                HttpClient.newBuilder().connectTimeout(properties.timeout()).build();
    }

    /** @param vin without its serial number */
    Map<String, Object> ask(String vin) {
        URI base = properties.url();
        if (base == null) {
            return problem("Expected the register's address in the configuration, but there is none.");
        }
        HttpRequest request = HttpRequest.newBuilder(address(base, vin))
                .timeout(properties.timeout())
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response.statusCode() == 200
                        ? read(body.readNBytes(LARGEST_ANSWER_BYTES))
                        : problem("Expected the register to answer, but it says HTTP %d."
                                .formatted(response.statusCode()));
            }
        } catch (IOException away) {
            return problem("Expected the register to answer, but it does not.");
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return problem("Expected the register to answer in time, but it does not.");
        }
    }

    private static URI address(URI base, String vin) {
        String root = base.toString().replaceAll("/+$", "");
        return URI.create("%s/api/vehicles/DecodeVinValues/%s?format=json"
                .formatted(root, URLEncoder.encode(vin, StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> read(byte[] body) {
        return result(body)
                .map(Vpic::vehicle)
                .orElseGet(() -> problem("Expected the register to answer with a vehicle, but it answers otherwise."));
    }

    private static Optional<JsonNode> result(byte[] body) {
        try {
            JsonNode first = ContractJson.events().readTree(body).at("/Results/0");
            return first.isObject() ? Optional.of(first) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> vehicle(JsonNode result) {
        Map<String, Object> vehicle = new LinkedHashMap<>();
        FIELDS.forEach((theirs, ours) -> {
            String value = result.path(theirs).asString("").strip();
            if (!value.isEmpty()) {
                vehicle.put(ours, value);
            }
        });
        Map<String, Object> register = new LinkedHashMap<>();
        register.put("answered", true);
        register.put("errorCodes", codes(result.path("ErrorCode").asString("")));
        register.put("vehicle", vehicle);
        return register;
    }

    // A comma list such as "5,14"; "0" says that all is well.
    private static List<Integer> codes(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(code -> code.matches("\\d{1,6}") && !code.equals("0"))
                .map(Integer::valueOf)
                .toList();
    }

    private static Map<String, Object> problem(String sentence) {
        return Map.of("answered", false, "problem", sentence);
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Make", "make");
        fields.put("Model", "model");
        fields.put("ModelYear", "year");
        fields.put("Series", "series");
        fields.put("Trim", "trim");
        fields.put("Manufacturer", "manufacturer");
        fields.put("VehicleType", "vehicleType");
        fields.put("BodyClass", "bodyClass");
        fields.put("Doors", "doors");
        fields.put("DriveType", "driveType");
        fields.put("FuelTypePrimary", "fuelType");
        fields.put("EngineCylinders", "engineCylinders");
        fields.put("DisplacementL", "displacementLitres");
        fields.put("GVWR", "grossWeightClass");
        fields.put("PlantCountry", "plantCountry");
        return fields;
    }
}
