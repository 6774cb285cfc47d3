package com.automatrix.gateway.route;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** A service's answer on its way to the caller: passed on as it arrives, event by event if it is a stream of events. */
final class ProxiedResponse implements ServerResponse {

    private static final Logger log = LoggerFactory.getLogger(ProxiedResponse.class);
    private static final int BUFFER = 16 * 1024;
    private static final int END = -1;
    private static final int BROKEN_OFF = -2;

    private final Cancellable asked;
    private final ClassicHttpResponse answer;
    private final BrokenOff brokenOff;
    private final HttpHeaders headers = new HttpHeaders();

    /**
     * An answer that has begun; if it breaks off before the caller got any of it, another is given in its place.
     *
     * @param asked the request, given up where the caller does not want the rest
     */
    ProxiedResponse(Cancellable asked, ClassicHttpResponse answer, BrokenOff brokenOff) {
        this.asked = asked;
        this.answer = answer;
        this.brokenOff = brokenOff;
    }

    /** Says that the service broke off. */
    @FunctionalInterface
    interface BrokenOff {

        void answer(IOException cause, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    /** What the caller will get; filled by whoever passes the service's headers on. */
    @Override
    public HttpHeaders headers() {
        return headers;
    }

    /** Cookies pass as the headers that they are. */
    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        var isWhole = false;
        try {
            response.setStatus(answer.getCode());
            headers.forEach((name, values) -> write(name, values, response));
            isWhole = answer.getEntity() == null || copy(answer.getEntity().getContent(), request, response);
        } finally {
            if (!isWhole) {
                // Else closing it would wait for the rest.
                asked.cancel();
            }
            Closer.closeQuietly(answer);
        }
        return null;
    }

    /** Passes the body on; says whether all of it came and went. */
    private boolean copy(InputStream body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var isStream = isStream();
        if (isStream) {
            // The caller learns at once that the stream is open, even if nothing happens for a while.
            response.flushBuffer();
        }
        var buffer = new byte[BUFFER];
        int read;
        do {
            read = read(body, buffer, request, response);
        } while (read > 0 && isPassedOn(buffer, read, response, isStream));
        return read == END;
    }

    private int read(InputStream body, byte[] buffer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            brokenOff.answer(e, request, response);
            return BROKEN_OFF;
        }
    }

    private static boolean isPassedOn(byte[] buffer, int length, HttpServletResponse response, boolean atOnce) {
        try {
            response.getOutputStream().write(buffer, 0, length);
            if (atOnce) {
                response.flushBuffer();
            }
            return true;
        } catch (IOException e) {
            log.debug("caller is gone because={}", e.toString());
            return false;
        }
    }

    private boolean isStream() {
        return MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(headers.getContentType());
    }

    // The first value replaces what the gateway itself may have set, such as the correlation id.
    private static void write(String name, List<String> values, HttpServletResponse response) {
        for (int index = 0; index < values.size(); index++) {
            if (index == 0) {
                response.setHeader(name, values.get(index));
            } else {
                response.addHeader(name, values.get(index));
            }
        }
    }
}
