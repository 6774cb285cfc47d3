package com.automatrix.platform.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkheadsTest {

    private final Bulkheads bulkheads = new Bulkheads(3, 2);

    @Test
    void one_bulkhead_has_only_its_share() {
        assertThat(bulkheads.enter("slow")).isTrue();
        assertThat(bulkheads.enter("slow")).isTrue();
        assertThat(bulkheads.isSomeFull()).isTrue();
        assertThat(bulkheads.enter("slow")).isFalse();
        assertThat(bulkheads.enter("quick")).isTrue();

        bulkheads.leave("slow");

        assertThat(bulkheads.isSomeFull()).isFalse();
        assertThat(bulkheads.enter("slow")).isTrue();
    }

    @Test
    void all_together_have_only_the_whole() {
        bulkheads.enter("one");
        bulkheads.enter("two");
        bulkheads.enter("three");

        assertThat(bulkheads.enter("four")).isFalse();
        assertThat(bulkheads.isSomeFull()).isTrue();
    }

    @Test
    void nobody_enters_while_room_is_given_away() {
        bulkheads.enter("one");

        assertThat(bulkheads.close()).isEqualTo(new Bulkheads.Room(2, 2, Map.of("one", 1)));
        assertThat(bulkheads.enter("two")).isFalse();
        bulkheads.occupy("two");
        bulkheads.open();

        assertThat(bulkheads.enter("two")).isTrue();
        assertThat(bulkheads.enter("two")).isFalse();
    }
}
