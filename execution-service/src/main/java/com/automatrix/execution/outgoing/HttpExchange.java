package com.automatrix.execution.outgoing;

import com.automatrix.contracts.message.StepError;
import com.automatrix.execution.outgoing.OutgoingHttp.Hop;
import com.automatrix.execution.outgoing.OutgoingHttp.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Speaks HTTP with Apache's client, which lets the address of a connection be decided here. */
final class HttpExchange implements OutgoingHttp.Exchange, AutoCloseable {

    private static final int MOST_HEADERS = 200;
    private static final int LONGEST_LINE = 16 * 1024;
    private static final Timeout KEPT = Timeout.ofSeconds(60);

    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outgoing-watch").daemon().factory());

    /**
     * How many connections there may be: as many as steps may run at once, or a step would wait for one while its time
     * goes by.
     */
    record Connections(int inAll, int toOneHost) {}

    HttpExchange(OutgoingProperties properties, Connections most, HostAddresses addresses) {
        var rule = new AddressRule(properties.privateNetworks());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(addresses, rule))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .setMaxLineLength(LONGEST_LINE)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(properties.connectTimeout()))
                                .setSocketTimeout(timeout(properties.readTimeout()))
                                .setTimeToLive(KEPT)
                                .build())
                        .setMaxConnTotal(most.inAll())
                        .setMaxConnPerRoute(most.toOneHost())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(properties.readTimeout()))
                        .setConnectionRequestTimeout(timeout(properties.readTimeout()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("AutoMatrix")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public Reply send(Hop hop) {
        var request = new HttpUriRequestBase(hop.method(), hop.uri());
        hop.headers().forEach(request::setHeader);
        var body = hop.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body.bytes(), ContentType.parseLenient(body.contentType())));
        }
        var isLate = new AtomicBoolean();
        var alarm = watch.schedule(
                () -> {
                    isLate.set(true);
                    request.cancel();
                },
                hop.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, answer -> reply(answer, hop.maxResponse()));
        } catch (SocketTimeoutException silent) {
            throw new OutgoingFailure(OutgoingErrors.timeout());
        } catch (IOException failure) {
            throw isLate.get() ? new OutgoingFailure(OutgoingErrors.timeout()) : OutgoingHttp.failure(failure);
        } finally {
            alarm.cancel(false);
        }
    }

    private static Reply reply(ClassicHttpResponse answer, long most) throws IOException {
        var entity = answer.getEntity();
        byte[] body = entity == null ? new byte[0] : read(entity.getContent(), most);
        return new Reply(answer.getCode(), headers(answer), body);
    }

    // Counted as it is unpacked, whatever its length claims to be.
    private static byte[] read(InputStream content, long most) throws IOException {
        byte[] body = content.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (body.length > most) {
            throw new OutgoingFailure(StepError.permanent(
                    "http.response-too-large",
                    "Expected an answer of at most %d bytes, but it is larger.".formatted(most)));
        }
        return body;
    }

    private static Map<String, String> headers(ClassicHttpResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : answer.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
