package com.automatrix.platform.logline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;

/** Keeps an appender at the root of the log, also when the log is configured anew, as by another context of the process. */
final class RootLog implements LoggerContextListener, AutoCloseable {

    private final LoggerContext context;
    private final LogLineAppender appender;

    RootLog(LoggerContext context, LogLineAppender appender) {
        this.context = context;
        this.appender = appender;
        appender.setContext(context);
        attach();
        context.addListener(this);
    }

    private void attach() {
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext reset) {
        attach();
    }

    @Override
    public void close() {
        context.removeListener(this);
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        appender.stop();
    }

    @Override
    public void onStart(LoggerContext started) {}

    @Override
    public void onStop(LoggerContext stopped) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}
