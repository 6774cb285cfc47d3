package com.automatrix.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.platform.problem.Invalid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void a_row_too_many_becomes_the_cursor_of_the_last_one_shown() {
        var page = Page.cut(List.of("a", "b", "c"), 2, Cursor::of);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.read(page.nextCursor(), 1)).hasValue(Cursor.of("b"));
    }

    @Test
    void the_last_page_has_no_cursor() {
        assertThat(Page.cut(List.of("a", "b"), 2, Cursor::of)).isEqualTo(Page.of(List.of("a", "b")));
        assertThat(Page.of(List.of("a")).map(String::length)).isEqualTo(new Page<>(List.of(1), null));
    }

    @Test
    void a_cursor_gives_back_what_it_was_made_of() {
        var id = UUID.randomUUID();
        var at = Instant.parse("2026-03-02T08:00:00.123456Z");

        var cursor = Cursor.read(Cursor.of(at, id, 7, "ünïcode").text(), 4).orElseThrow();

        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.number(2)).isEqualTo(7);
        assertThat(cursor.string(3)).isEqualTo("ünïcode");
    }

    @Test
    void no_cursor_is_the_first_page() {
        assertThat(Cursor.read(null, 1)).isEmpty();
        assertThat(Cursor.read("", 1)).isEmpty();
    }

    @Test
    void a_cursor_that_was_not_made_here_is_refused() {
        assertRefused(() -> Cursor.read("%%%", 1));
        assertRefused(() -> Cursor.read(Cursor.of("a").text(), 2));
        assertRefused(() -> Cursor.of("a").uuid(0));
        assertRefused(() -> Cursor.of("a").instant(0));
        assertRefused(() -> Cursor.of("a").number(0));
    }

    @Test
    void a_limit_has_bounds_and_a_default() {
        assertThat(Limit.of(null)).isEqualTo(new Limit(50));
        assertThat(Limit.of(200).rowsToRead()).isEqualTo(201);
        assertThatThrownBy(() -> Limit.of(201)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Limit.of(0)).isInstanceOf(Invalid.class);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo("page.bad-cursor"));
    }
}
