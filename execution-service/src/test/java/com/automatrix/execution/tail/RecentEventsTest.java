package com.automatrix.execution.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.tail.RecentEvents.Numbered;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents();
    private final List<Numbered> heard = new ArrayList<>();

    @Test
    void who_comes_back_gets_what_came_meanwhile_and_then_what_comes() {
        add(10);
        add(10);

        List<Numbered> missed = recent.follow(1, heard::add);
        add(10);

        assertThat(missed).extracting(Numbered::number).containsExactly(2L);
        assertThat(heard).extracting(Numbered::number).containsExactly(3L);
    }

    @Test
    void no_more_are_kept_than_allowed_by_number_and_by_size() {
        for (int i = 0; i < RecentEvents.MOST + 7; i++) {
            add(1);
        }
        assertThat(recent.follow(0, heard::add)).hasSize(RecentEvents.MOST);

        add((int) RecentEvents.MOST_BYTES);
        add(1);

        assertThat(recent.follow(0, heard::add)).extracting(Numbered::size).containsExactly(1);
    }

    private void add(int bytes) {
        recent.add(new ConsumerRecord<>("dealership.sales", 0, 0, "key", new byte[bytes]));
    }
}
