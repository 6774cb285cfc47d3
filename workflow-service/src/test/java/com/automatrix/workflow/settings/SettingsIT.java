package com.automatrix.workflow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.TopicProbe;
import com.automatrix.workflow.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningService
class SettingsIT {

    private static final String PATH = "/api/settings/dealership";

    private static final String STORE = """
            {"name":"Lakeside Motors","phone":"+1 315 555 0100","address":"100 Shoreline Drive","timeZone":"%s",\
            "hours":{"SALES":{"MON":{"open":"09:00","close":"%s"}}},"quietHours":{"from":"20:00","to":"08:00"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private CloudEventRecords records;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.as("ADMIN", port);
    }

    @Test
    void changed_settings_are_kept_and_told_to_the_other_services() {
        String store = STORE.formatted("America/New_York", "20:00");

        try (TopicProbe changes = TopicProbe.of(Topics.SETTINGS_CHANGED)) {
            Answer changed = admin.put(PATH, store);

            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.response().body()).isEqualTo(store);
            assertThat(Http.as("VIEWER", port).get(PATH).response().body()).isEqualTo(store);
            SettingsChanged told =
                    records.data(changes.await(record -> "dealership".equals(record.key())), SettingsChanged.class);
            assertThat(told.setting()).isEqualTo("dealership");
            assertThat(told.value()).isInstanceOfSatisfying(Map.class, value -> {
                assertThat(value.get("name")).isEqualTo("Lakeside Motors");
                assertThat(value.get("timeZone")).isEqualTo("America/New_York");
            });
        }
    }

    @Test
    void impossible_settings_are_refused_at_their_place() {
        assertThat(admin.put(PATH, STORE.formatted("America/New_York", "08:00")).violations())
                .containsExactly("/hours/SALES/MON/close settings.closes-before-opening");
        assertThat(admin.put(PATH, STORE.formatted("Mars/Olympus", "20:00"))
                        .violations()
                        .toString())
                .contains("/timeZone");
        assertThat(admin.put(PATH, STORE.formatted("America/New_York", "8 pm")).status())
                .isEqualTo(400);
        assertThat(admin.put(PATH, "{\"name\": \"\", \"timeZone\": \"UTC\"}")
                        .violations()
                        .toString())
                .contains("/name");
        assertThat(admin.put(PATH, "{\"name\": \"Store\", \"timeZone\": \"UTC\", \"dailyContactCap\": 51}")
                        .violations())
                .containsExactly("/dailyContactCap request.max");
        assertThat(admin.put(PATH, "{\"name\": \"Store\", \"timeZone\": \"UTC\", \"historyDays\": 30}")
                        .violations())
                .containsExactly("/historyDays request.min");
    }

    @Test
    void holidays_are_kept_and_told_and_each_day_is_there_once() {
        String holidays = """
                {"name":"Lakeside Motors","timeZone":"America/New_York","hours":{},"holidays":[\
                {"date":"2026-12-25","name":"Christmas Day"},\
                {"date":"2026-12-24","name":"Christmas Eve","departments":["SERVICE"]}]}""";

        try (TopicProbe changes = TopicProbe.of(Topics.SETTINGS_CHANGED)) {
            assertThat(admin.put(PATH, holidays).response().body()).isEqualTo(holidays);
            SettingsChanged told =
                    records.data(changes.await(record -> "dealership".equals(record.key())), SettingsChanged.class);
            assertThat(told.value())
                    .isInstanceOfSatisfying(
                            Map.class,
                            value -> assertThat(value.get("holidays"))
                                    .isEqualTo(List.of(
                                            Map.of("date", "2026-12-25", "name", "Christmas Day"),
                                            Map.of(
                                                    "date",
                                                    "2026-12-24",
                                                    "name",
                                                    "Christmas Eve",
                                                    "departments",
                                                    List.of("SERVICE")))));
        }
        assertThat(admin.put(PATH, holidays.replace("2026-12-24", "2026-12-25")).violations())
                .containsExactly("/holidays/1/date settings.duplicate-holiday");
        assertThat(admin.put(PATH, holidays.replace("Christmas Day", ""))
                        .violations()
                        .toString())
                .contains("/holidays/0/name");
        assertThat(admin.put(PATH, holidays.replace("2026-12-24", "24 December"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_host_of_our_own_is_an_allowed_one() {
        String store = STORE.formatted("America/New_York", "20:00");
        String own = "\"ownHosts\":[\"dms.example.com\"]}";

        assertThat(admin.put(PATH, store.replaceAll("}$", ",\"allowedHosts\":[]," + own))
                        .violations())
                .containsExactly("/ownHosts/0 settings.own-host-not-allowed");

        String allowed = store.replaceAll("}$", ",\"allowedHosts\":[\"dms.example.com\"]," + own);
        assertThat(admin.put(PATH, allowed).response().body()).isEqualTo(allowed);
        assertThat(admin.put(PATH, store).response().body()).isEqualTo(allowed);
        admin.put(PATH, store.replaceAll("}$", ",\"allowedHosts\":[],\"ownHosts\":[]}"));
    }

    @Test
    void hosts_stay_allowed_until_a_change_says_otherwise() {
        String store = STORE.formatted("America/New_York", "20:00");
        String withHosts = store.replaceAll("}$", ",\"allowedHosts\":[\"crm.example.com\",\"*.dms.example.com\"]}");

        assertThat(admin.put(PATH, withHosts).response().body()).isEqualTo(withHosts);
        assertThat(admin.put(PATH, store).response().body()).isEqualTo(withHosts);
        assertThat(admin.put(PATH, store.replaceAll("}$", ",\"allowedHosts\":[\"10.0.0.1\"]}"))
                        .violations()
                        .toString())
                .contains("/allowedHosts");
        admin.put(PATH, store.replaceAll("}$", ",\"allowedHosts\":[],\"ownHosts\":[]}"));
        assertThat(Http.as("VIEWER", port).get(PATH).response().body()).isEqualTo(store);
    }

    @Test
    void only_an_administrator_changes_settings() {
        assertThat(Http.as("BUILDER", port)
                        .put(PATH, STORE.formatted("UTC", "20:00"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("VIEWER", port).get(PATH).status()).isEqualTo(200);
    }
}
