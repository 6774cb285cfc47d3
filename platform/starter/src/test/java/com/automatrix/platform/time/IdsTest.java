package com.automatrix.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void ids_sort_by_the_order_in_which_they_were_made() {
        var clock = SettableClock.at("2026-03-02T08:00:00Z");
        var ids = Ids.timeOrdered(clock);
        List<String> made = new ArrayList<>();
        for (int n = 0; n < 2_000; n++) {
            made.add(ids.next().toString());
            if (n % 500 == 0) {
                clock.advance(Duration.ofMillis(1));
            }
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(ids.next().version()).isEqualTo(7);
    }

    @Test
    void an_id_begins_with_its_time() {
        var id = Ids.timeOrdered(SettableClock.at("2026-03-02T08:00:00Z")).next();

        assertThat(id.getMostSignificantBits() >>> 16)
                .isEqualTo(java.time.Instant.parse("2026-03-02T08:00:00Z").toEpochMilli());
    }
}
