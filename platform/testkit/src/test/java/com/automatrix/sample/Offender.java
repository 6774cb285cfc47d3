package com.automatrix.sample;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Breaks the rules, so that a test can see that they notice. */
public class Offender {

    private static int count;

    @Autowired
    private @Nullable Runnable injected;

    Instant now() {
        count++;
        return Instant.now();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    void sleep() throws InterruptedException {
        TimeUnit.SECONDS.sleep(count);
    }

    void print() {
        System.out.println(injected);
    }

    @org.springframework.web.bind.annotation.RestController
    public static class OffendingController {}

    /** Says nothing. */
    public static class ThingHelper {}
}
