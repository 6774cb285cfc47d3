package com.automatrix.execution.worker;

import static com.automatrix.execution.outgoing.WebServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.contracts.steptype.StepTypes;
import com.automatrix.execution.outgoing.WebServer;
import com.automatrix.execution.outgoing.Wiring;
import com.automatrix.platform.worker.StepResult;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecallsWorkerTest {

    private static final String PATH = "/recalls/recallsByVehicle";

    private final WebServer server = new WebServer();
    private final Wiring wiring = new Wiring();
    private final RecallsWorker worker = new RecallsWorker(
            wiring.http,
            new RecallsProperties(URI.create(server.url("recalls.example.test", ""))),
            Wiring.CLOCK,
            new ConfigReader(new SchemaCheck()));

    @AfterEach
    void stop() throws Exception {
        server.close();
        wiring.close();
    }

    @ParameterizedTest
    @CsvSource({"results", "Results"})
    void campaigns_are_read_with_their_dates_day_first(String results) {
        server.on(PATH, answering(200, campaigns(results), "Content-Type", "application/json"));

        Map<?, ?> output = output(run("Kia", "Sportage & more"));

        assertThat(server.last().uri())
                .isEqualTo("/recalls/recallsByVehicle?make=Kia&model=Sportage%20%26%20more&modelYear=2017");
        assertThat(ContractJson.events().writeValueAsString(output))
                .isEqualTo("{\"count\":2,\"campaigns\":["
                        + "{\"campaignNumber\":\"21V137000\",\"manufacturer\":\"Kia America, Inc.\","
                        + "\"component\":\"ELECTRICAL SYSTEM\",\"summary\":\"A short circuit may occur.\","
                        + "\"consequence\":\"Fire.\",\"remedy\":\"A new fuse.\",\"reportedOn\":\"2021-03-04\","
                        + "\"parkIt\":false,\"parkOutside\":true,\"overTheAir\":false},"
                        + "{\"campaignNumber\":\"22V001000\",\"parkIt\":true,\"parkOutside\":false,\"overTheAir\":false}],"
                        + "\"notice\":\"A 2017 Kia Sportage & more may be affected by 2 recall campaigns."
                        + " Only a look at the VIN tells for sure.\"}");
        assertThat(new SchemaCheck()
                        .value(
                                StepTypes.builtIn()
                                        .find("auto.recalls")
                                        .orElseThrow()
                                        .outputSchema(),
                                output))
                .isEmpty();
    }

    @Test
    void a_vehicle_without_campaigns_is_not_said_to_be_safe() {
        server.on(PATH, answering(200, "{\"Count\":0,\"results\":[]}", "Content-Type", "application/json"));

        assertThat(output(run("Kia", "Forte")))
                .hasToString("{count=0, campaigns=[], notice=No recall campaign for the 2017 Kia Forte is known."
                        + " Only a look at the VIN tells for sure.}");
    }

    @ParameterizedTest
    @CsvSource({
        "504, text/html,        <html>Gateway Time-out</html>, http.server-error,  true",
        "200, text/html,        <html>Maintenance</html>,      recalls.unreadable, true",
        "200, application/json, {\"other\": 1},                recalls.unreadable, true",
        "403, text/html,        <html>No</html>,               http.refused,       false",
    })
    void a_page_for_people_is_no_list(int status, String type, String body, String code, boolean isRetryable) {
        server.on(PATH, answering(status, body, "Content-Type", type));

        var error = Requests.error(run("Kia", "Forte"));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.retryable()).isEqualTo(isRetryable);
        assertThat(error.details()).isNull();
    }

    private static String campaigns(String results) {
        return """
                {"Count": 2, "Message": "Results returned successfully", "%s": [
                  {"Manufacturer": "Kia America, Inc.", "NHTSACampaignNumber": "21V137000", "parkIt": false, "parkOutSide": true,
                   "overTheAirUpdate": false, "ReportReceivedDate": "04/03/2021", "Component": "ELECTRICAL SYSTEM",
                   "Summary": "A short circuit may occur.", "Consequence": "Fire.", "Remedy": "A new fuse.", "Notes": " ",
                   "ModelYear": "2017", "Make": "KIA", "Model": "SPORTAGE"},
                  {"NHTSACampaignNumber": "22V001000", "ReportReceivedDate": "31/02/2022", "parkIt": true}]}""".formatted(results);
    }

    private StepResult run(String make, String model) {
        return worker.execute(Requests.of("auto.recalls", Map.of("make", make, "model", model, "year", 2017)));
    }

    /** As it is stored. */
    private static Map<?, ?> output(StepResult result) {
        return ContractJson.events().convertValue(Requests.output(result), Map.class);
    }
}
