package com.automatrix.auth.token;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets ended sessions now and then. */
@Component
class SessionCleanup {

    private final SessionService sessions;

    SessionCleanup(SessionService sessions) {
        this.sessions = sessions;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() {
        sessions.forgetEnded();
    }
}
