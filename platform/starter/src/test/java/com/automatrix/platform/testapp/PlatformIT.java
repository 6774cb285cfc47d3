package com.automatrix.platform.testapp;

import com.automatrix.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The one context that all tests on real parts share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "automatrix.security.public-paths=/api/public/**",
            "automatrix.worker.pool=ai",
            "automatrix.worker.lease=2s",
            "automatrix.worker.tick=100ms",
            "automatrix.worker.max-output=1KB",
            "automatrix.outbox.sweep=500ms",
            "management.server.port=0"
        })
@RealParts
public @interface PlatformIT {}
