package com.automatrix.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test real PostgreSQL, a real Kafka broker and tokens that the service accepts.
 *
 * <p>Server and broker are started once for the JVM: in containers where a container engine answers, else from their
 * Maven artifacts. Each Spring context gets a fresh database, and finds the topics of {@code infra/kafka/topics.txt}
 * with their partitions and empty. Contexts that share a configuration share database and topics: tests use ids of their
 * own.
 *
 * <p>Sets {@code spring.datasource.*}, {@code spring.kafka.bootstrap-servers} and
 * {@code automatrix.security.jwks-url} (see {@link TestTokens}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface RealParts {

    /** Whether the test needs a database. */
    boolean postgres() default true;

    /** Whether the test needs a broker. Without one, revoked sessions are not followed. */
    boolean kafka() default true;
}
