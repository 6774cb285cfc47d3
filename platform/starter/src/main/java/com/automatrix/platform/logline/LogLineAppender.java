package com.automatrix.platform.logline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.automatrix.contracts.message.LogLine;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Picks the lines out of the log that say something of a request or an event: at INFO or above, with its correlation id. */
final class LogLineAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_EXCEPTION = 12_000;

    private final Ids ids;
    private final String service;
    private final Consumer<LogLine> lines;

    LogLineAppender(Ids ids, String service, Consumer<LogLine> lines) {
        this.ids = ids;
        this.service = service;
        this.lines = lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        var correlationId = event.getMDCPropertyMap().get(Correlation.MDC_KEY);
        if (correlationId != null && event.getLevel().isGreaterOrEqual(Level.INFO)) {
            lines.accept(new LogLine(
                    ids.next(),
                    event.getInstant(),
                    service,
                    event.getLevel().toString(),
                    event.getLoggerName(),
                    correlationId,
                    cut(event.getFormattedMessage(), LONGEST_MESSAGE),
                    exception(event)));
        }
    }

    private static @Nullable String exception(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return thrown == null ? null : cut(ThrowableProxyUtil.asString(thrown), LONGEST_EXCEPTION);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
