package com.automatrix.workflow.definition;

import static com.automatrix.workflow.definition.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.steptype.StepTypes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final DefinitionValidator VALIDATOR = new DefinitionValidator(StepTypes.builtIn());

    @Test
    void marketing_behind_a_gate_is_fine() {
        assertThat(severities(gate("gate", "SMS", "MARKETING")
                        .node("send", "sms.send", sms("MARKETING"))
                        .edge("gate", "allowed", "send")))
                .isEmpty();
    }

    @Test
    void a_gate_may_be_asked_again_after_a_wait() {
        assertThat(severities(gate("gate", "SMS", "MARKETING")
                        .node("wait", "flow.wait", Map.of("until", "{{ steps.gate.output.nextWindow }}"))
                        .node(
                                "again",
                                "auto.contactWindow",
                                Map.of("person", "{{ input.person }}", "channel", "SMS", "purpose", "MARKETING"))
                        .node("send", "sms.send", sms("MARKETING"))
                        .edge("gate", "allowed", "send")
                        .edge("gate", "later", "wait")
                        .edge("wait", "again")
                        .edge("again", "allowed", "send")))
                .isEmpty();
    }

    @Test
    void marketing_that_waited_should_be_asked_for_again_and_other_messages_need_not() {
        assertThat(severities(waiting("MARKETING").edge("wait", "send"))).containsExactly(Severity.HINT);
        assertThat(severities(waiting("TRANSACTIONAL").edge("wait", "send"))).isEmpty();
    }

    @Test
    void a_message_that_is_sent_later_without_a_wait_has_no_gate() {
        assertThat(severities(waiting("MARKETING").edge("gate", "later", "send")))
                .containsExactly(Severity.ERROR);
        assertThat(severities(waiting("TRANSACTIONAL").edge("gate", "later", "send")))
                .containsExactly(Severity.WARNING);
    }

    private static Definitions waiting(String purpose) {
        return gate("gate", "SMS", purpose)
                .node("wait", "flow.wait", Map.of("until", "{{ steps.gate.output.nextWindow }}"))
                .node("send", "sms.send", sms(purpose))
                .edge("gate", "allowed", "send")
                .edge("gate", "later", "wait");
    }

    @Test
    void marketing_that_can_go_round_the_gate_is_an_error() {
        assertThat(severities(definition().node("send", "sms.send", sms("MARKETING"))))
                .containsExactly(Severity.ERROR);
        assertThat(severities(gate("gate", "SMS", "MARKETING")
                        .node("send", "sms.send", sms("MARKETING"))
                        .edge("gate", "never", "send")))
                .containsExactly(Severity.ERROR);
    }

    @Test
    void a_gate_for_another_channel_counts_half_and_one_for_another_purpose_not_at_all() {
        assertThat(severities(gate("gate", "EMAIL", "MARKETING")
                        .node("send", "sms.send", sms("MARKETING"))
                        .edge("gate", "allowed", "send")))
                .containsExactly(Severity.HINT);
        assertThat(severities(gate("gate", "SMS", "TRANSACTIONAL")
                        .node("send", "sms.send", sms("MARKETING"))
                        .edge("gate", "allowed", "send")))
                .containsExactly(Severity.ERROR);
    }

    @Test
    void a_gate_before_a_loop_holds_for_the_steps_inside() {
        Definitions definition = gate("gate", "SMS", "MARKETING")
                .node("each", "flow.foreach", Map.of("items", "{{ input.texts }}"))
                .edge("gate", "allowed", "each");
        definition.node("send", "sms.send", sms("MARKETING"), Map.of("parent", "each"));

        assertThat(severities(definition)).isEmpty();
    }

    @Test
    void other_text_messages_to_customers_should_say_to_whom_and_emails_need_not() {
        Map<String, Object> toStaff = new HashMap<>(sms("TRANSACTIONAL"));
        toStaff.put("to", "{{ vars.phone }}");

        assertThat(severities(definition().node("send", "sms.send", sms("TRANSACTIONAL"))))
                .containsExactly(Severity.WARNING);
        assertThat(severities(definition().node("send", "sms.send", toStaff))).isEmpty();
        assertThat(severities(definition()
                        .node("send", "email.send", Map.of("to", "{{ input.email }}", "subject", "x", "body", "y"))))
                .isEmpty();
    }

    @Test
    void a_text_message_to_a_person_looks_by_itself_whether_it_may_be_sent_now() {
        assertThat(severities(definition().node("send", "sms.send", smsWith("person", "{{ input.person }}"))))
                .isEmpty();
        assertThat(severities(
                        definition().node("send", "sms.send", smsWith("personId", "{{ input.person.personId }}"))))
                .isEmpty();
        assertThat(severities(definition().node("send", "sms.send", smsWith("person", ""))))
                .containsExactly(Severity.WARNING);
    }

    private static Map<String, Object> smsWith(String field, String value) {
        Map<String, Object> config = new HashMap<>(sms("TRANSACTIONAL"));
        config.put(field, value);
        return config;
    }

    private static Definitions gate(String id, String channel, String purpose) {
        return definition()
                .node(
                        id,
                        "auto.contactWindow",
                        Map.of("person", "{{ input.person }}", "channel", channel, "purpose", purpose));
    }

    private static Map<String, Object> sms(String purpose) {
        return Map.of("to", "{{ input.person.phones[0].e164 }}", "body", "Come and see us.", "purpose", purpose);
    }

    private static List<Severity> severities(Definitions definition) {
        return VALIDATOR.problems(definition.tree()).stream()
                .filter(problem -> problem.code().equals("message.no-consent-gate"))
                .map(Problem::severity)
                .toList();
    }
}
