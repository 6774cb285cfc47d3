package com.automatrix.gateway.route;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.List;
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

    private final HttpResponse<InputStream> answer;
    private final HttpHeaders headers = new HttpHeaders();

    ProxiedResponse(HttpResponse<InputStream> answer) {
        this.answer = answer;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.statusCode());
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
        try (var body = answer.body()) {
            response.setStatus(answer.statusCode());
            headers.forEach((name, values) -> write(name, values, response));
            copy(body, response.getOutputStream());
        }
        return null;
    }

    private void copy(InputStream body, OutputStream caller) throws IOException {
        var isStream = isStream();
        if (isStream) {
            // The caller learns at once that the stream is open, even if nothing happens for a while.
            caller.flush();
        }
        var buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            try {
                caller.write(buffer, 0, read);
                if (isStream) {
                    caller.flush();
                }
            } catch (IOException e) {
                log.debug("caller is gone because={}", e.toString());
                return;
            }
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
