package com.automatrix.ai.eval;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.eval.LabelGroup.LabelItem;
import com.automatrix.ai.provider.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationSetTest {

    static final EvaluationSet SET = new EvaluationSet(Path.of("src/eval"));

    /** Can do nothing, so that what is found is found by the rules alone. */
    private static final Subject NOBODY = new Subject() {
        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public Map<String, Double> classify(String text, List<Label> labels) {
            throw new NotPossibleException("Nobody can classify.");
        }

        @Override
        public Map<String, Object> extract(String text, Map<String, Object> schema) {
            throw new NotPossibleException("Nobody can extract.");
        }

        @Override
        public String write(String instructions, String data) {
            throw new NotPossibleException("Nobody can write.");
        }

        @Override
        public String hide(String text) {
            return "";
        }
    };

    @Test
    void the_set_has_seven_groups_with_at_least_300_items() {
        List<Result> results =
                SET.groups().stream().map(group -> group.run(NOBODY)).toList();

        assertThat(results)
                .extracting(Result::group)
                .containsExactly("intent", "urgency", "escalation", "extraction", "drafting", "attacks", "redaction");
        assertThat(results.stream().mapToInt(Result::items).sum()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void items_have_known_labels_and_are_no_examples() {
        Map<String, List<Label>> labels = SET.labels();
        assertKnown(SET.intents(), labels.getOrDefault("intent", List.of()));
        assertKnown(SET.urgencies(), labels.getOrDefault("urgency", List.of()));
        assertKnown(SET.escalations(), labels.getOrDefault("escalation", List.of()));
    }

    @Test
    void the_rules_alone_hold_the_gates_of_what_no_model_may_overlook() {
        for (Group group : SET.groups().subList(0, 3)) {
            Result result = group.run(NOBODY);

            assertThat(result.bars().getFirst().isPassed())
                    .as("%s", result.misses())
                    .isTrue();
            assertThat(result.holds()).isTrue();
            assertThat(result.notPossible()).isEqualTo("Nobody can classify.");
        }
    }

    @Test
    void the_rules_seldom_see_what_is_not_there() {
        for (Group group : SET.groups().subList(0, 3)) {
            Tally tally = group.run(NOBODY).tally();

            for (String ruled : List.of("opt_out", "emergency_do_not_drive", "legal_threat")) {
                assertThat(tally.of(ruled).precision()).as(ruled).isGreaterThanOrEqualTo(0.9);
            }
        }
    }

    @Test
    void what_a_provider_cannot_do_is_said_and_not_passed() {
        String text = new Report("nobody", List.of(SET.groups().get(4).run(NOBODY))).text(false);

        assertThat(text)
                .contains("not possible with this provider: Nobody can write.")
                .doesNotContain("hard rules kept");
    }

    private static void assertKnown(List<LabelItem> items, List<Label> labels) {
        Set<String> names = labels.stream().map(Label::name).collect(Collectors.toSet());
        Set<String> examples =
                labels.stream().flatMap(label -> label.examples().stream()).collect(Collectors.toSet());

        assertThat(items).allSatisfy(item -> {
            assertThat(names).containsAll(item.labels());
            assertThat(examples).doesNotContain(item.text());
        });
        assertThat(Stream.of(items).flatMap(List::stream).map(LabelItem::id)).doesNotHaveDuplicates();
    }
}
