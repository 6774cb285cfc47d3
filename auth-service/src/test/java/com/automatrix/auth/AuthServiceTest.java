package com.automatrix.auth;

import com.automatrix.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/** The whole service on real parts, at a real port, with a clock that the test moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealParts
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = "management.server.port=0")
@ContextConfiguration(initializers = OwnPlace.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import({TestClock.class, AuthClient.class})
public @interface AuthServiceTest {}
