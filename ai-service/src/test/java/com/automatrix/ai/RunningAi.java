package com.automatrix.ai;

import com.automatrix.testkit.RealParts;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service, with a model that repeats what it is told. */
@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "automatrix.ai.openai.api-key=test",
            "automatrix.ai.openai.model=test-model",
            "automatrix.ai.costs.prices.test-model.input=2",
            "automatrix.ai.costs.prices.test-model.output=10",
            "automatrix.ai.call-log.full-text-key=a key of the tests"
        })
public abstract class RunningAi {

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        registry.add("automatrix.ai.openai.base-url", EchoingModel::baseUrl);
    }
}
