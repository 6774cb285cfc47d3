package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.consent.Purpose;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpOutletTest {

    private static final Store STORE = new Store("Lakeside Motors", "100 Shoreline Drive", null);

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void an_e_mail_arrives_in_both_forms_under_a_name_of_its_own() throws Exception {
        server.start();
        server.setUser("marie@example.test", "secret");

        Handover handover =
                outlet(server.getSmtp().getPort()).handOver(Messages.email("marie@example.test", Purpose.MARKETING));

        String id = "<%s@lakeside.test>".formatted(Messages.ID);
        assertThat(handover).isEqualTo(new Handover.Accepted(MessageState.SENT, "SMTP", id, null));
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", server.getImap().getPort(), "marie@example.test", "secret");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            MimeMessage arrived = (MimeMessage) inbox.getMessage(1);
            assertThat(arrived.getMessageID()).isEqualTo(id);
            assertThat(arrived.getSubject()).isEqualTo("Your request");
            assertThat(arrived.getFrom()[0]).hasToString("Lakeside Motors <sales@lakeside.test>");
            assertThat(arrived.getHeader("List-Unsubscribe"))
                    .containsExactly("<mailto:sales@lakeside.test?subject=unsubscribe>");
            assertThat(texts(arrived.getContent()))
                    .anySatisfy(
                            text -> assertThat(text).startsWith("Hello Marie").contains("100 Shoreline Drive"))
                    .anySatisfy(text -> assertThat(text).contains("<p>Hello Marie</p>"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "450, '',  mail.refused-for-now, true,  false",
        "550, '',  mail.refused,         false, true",
        "550 5.1.1, '', mail.refused,    false, true",
        "550 5.7.1, '', mail.refused,    false, false",
        "552, '',  mail.refused,         false, false",
        "250, 451, mail.refused-for-now, true,  false",
        "250, 554, mail.refused,         false, false"
    })
    void what_the_server_answers_says_whether_to_try_again(
            String toRecipient, String toData, String code, boolean isRetryable, boolean isAddressBad)
            throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp(toRecipient, toData)) {
            Handover handover =
                    outlet(scripted.port()).handOver(Messages.email("nobody@example.test", Purpose.TRANSACTIONAL));

            assertThat(handover).isInstanceOfSatisfying(Handover.Rejected.class, rejected -> {
                assertThat(rejected.error().code()).isEqualTo(code);
                assertThat(rejected.error().retryable()).isEqualTo(isRetryable);
                assertThat(rejected.isAddressBad()).isEqualTo(isAddressBad);
            });
        }
    }

    @Test
    void nobody_knows_what_became_of_an_e_mail_when_the_connection_breaks_after_it() throws Exception {
        try (ScriptedSmtp scripted = new ScriptedSmtp("250", "break")) {
            assertThat(outlet(scripted.port()).handOver(Messages.email("marie@example.test", Purpose.TRANSACTIONAL)))
                    .isInstanceOf(Handover.Unknown.class);
        }
    }

    @Test
    void a_server_that_is_not_there_may_be_later() throws Exception {
        int port;
        try (ScriptedSmtp scripted = new ScriptedSmtp("250", "250")) {
            port = scripted.port();
        }

        assertThat(outlet(port).handOver(Messages.email("marie@example.test", Purpose.TRANSACTIONAL)))
                .isInstanceOfSatisfying(
                        Handover.Rejected.class,
                        rejected -> assertThat(rejected.error().code()).isEqualTo("mail.unreachable"));
    }

    private static SmtpOutlet outlet(int port) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        return new SmtpOutlet(mail, new MailProperties("sales@lakeside.test", null, List.of()), () -> STORE);
    }

    private static List<String> texts(Object content) throws Exception {
        if (!(content instanceof MimeMultipart parts)) {
            return List.of(content.toString());
        }
        var texts = new java.util.ArrayList<String>();
        for (int part = 0; part < parts.getCount(); part++) {
            texts.addAll(texts(parts.getBodyPart(part).getContent()));
        }
        return texts;
    }
}
