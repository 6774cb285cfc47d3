package com.automatrix.execution.lead;

import com.automatrix.execution.lead.LeadService.Taken;
import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.execution.message.Bounces;
import com.automatrix.platform.trace.Correlation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Takes leads by e-mail, and mail servers' reports of e-mails that were sent: a message is answered with 250 once it is durable, and with 451 if it should be sent again. */
@Component
@ConditionalOnBooleanProperty("automatrix.leads.smtp.enabled")
class SmtpDoor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SmtpDoor.class);
    private static final int MOST_RECIPIENTS = 20;

    private final LeadIntake intake;
    private final Bounces bounces;
    private final LeadProperties properties;
    private @Nullable SMTPServer server;

    SmtpDoor(LeadIntake intake, Bounces bounces, LeadProperties properties) {
        this.intake = intake;
        this.bounces = bounces;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        LeadProperties.Smtp smtp = properties.smtp();
        SMTPServer started = SMTPServer.port(smtp.port())
                .bindAddress(address(smtp.host()))
                .softwareName("AutoMatrix leads")
                .maxMessageSize(LeadReader.LARGEST_DOCUMENT_BYTES)
                .maxConnections(smtp.maxConnections())
                .maxRecipients(MOST_RECIPIENTS)
                .connectionTimeoutMs(Math.toIntExact(smtp.timeout().toMillis()))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Message())
                .build();
        started.start();
        server = started;
        log.info("e-mail door open host={} port={}", smtp.host(), started.getPortAllocated());
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    /** Where it listens. */
    synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("Expected the e-mail door to be open, but it is closed");
        }
        return server.getPortAllocated();
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException(
                    "Expected automatrix.leads.smtp.host to be an address, but it is " + host, unknown);
        }
    }

    /** One message of a connection. */
    private final class Message implements MessageHandler {

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {}

        @Override
        public String data(InputStream content) throws RejectException, IOException {
            byte[] message = content.readNBytes(LeadReader.LARGEST_DOCUMENT_BYTES + 1);
            if (message.length > LeadReader.LARGEST_DOCUMENT_BYTES) {
                // Else the rest of it would be taken for commands.
                content.transferTo(OutputStream.nullOutputStream());
                throw new RejectException(
                        552, "Expected at most " + LeadReader.LARGEST_DOCUMENT_BYTES + " bytes, but there are more");
            }
            return take(message);
        }

        private String take(byte[] message) throws RejectException {
            try {
                return Correlation.call(Correlation.fresh(), () -> {
                    if (bounces.take(message)) {
                        return "Noted";
                    }
                    List<Taken> taken = intake.take(IncomingDocument.mail(message), properties.dealerId());
                    return "Stored as " + taken.getFirst().place().id();
                });
            } catch (Exception notStored) {
                log.warn("e-mail not stored because={}", notStored.getMessage());
                throw new RejectException(451, "Not stored at the moment, please send it again later");
            }
        }

        @Override
        public void done() {}
    }
}
