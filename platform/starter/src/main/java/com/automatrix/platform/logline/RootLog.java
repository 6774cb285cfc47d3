package com.automatrix.platform.logline;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import org.springframework.context.SmartLifecycle;

/** Has an appender at the root of the log while the application runs; one that was taken off comes back with a start. */
final class RootLog implements SmartLifecycle {

    private final Logger root;
    private final LogLineAppender appender;

    RootLog(LoggerContext context, LogLineAppender appender) {
        this.root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        this.appender = appender;
        appender.setContext(context);
    }

    @Override
    public void start() {
        appender.start();
        root.addAppender(appender);
    }

    @Override
    public void stop() {
        root.detachAppender(appender);
        appender.stop();
    }

    /** Whether it is there: configuring the log anew, as another application in the process does, takes it off. */
    @Override
    public boolean isRunning() {
        return root.isAttached(appender);
    }
}
