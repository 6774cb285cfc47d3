package com.automatrix.ai.usage;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.provider.Provider;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.ai.usage.CostProperties.Price;
import com.automatrix.contracts.message.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a request costs: before it is made, at most; after it, exactly. */
@Component
final class Prices {

    private static final int DECIMALS = 8;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

    /** A token is seldom shorter in any language that customers write; figures and blanks of a message come on top. */
    private static final double CHARACTERS_A_TOKEN = 2;

    private static final int TOKENS_A_MESSAGE = 16;

    private final CostProperties properties;

    Prices(CostProperties properties) {
        this.properties = properties;
    }

    /** Null if nobody knows. */
    @Nullable
    Price of(Target target) {
        if (target.provider().name().equals(Provider.LOCAL)) {
            return NOTHING;
        }
        Price known = properties.prices().get(target.text());
        return known == null ? properties.prices().getOrDefault(target.model(), properties.otherwise()) : known;
    }

    /** The most that a request can cost; 0 if its price is not known. */
    BigDecimal atMost(AiCall call, Target target) {
        Price price = of(target);
        if (price == null) {
            return BigDecimal.ZERO;
        }
        long characters = call.messages().stream()
                .mapToLong(message -> message.text().length())
                .sum();
        if (call.schema() != null) {
            characters += call.schema().toString().length();
        }
        long input = (long) Math.ceil(characters / CHARACTERS_A_TOKEN)
                + (long) TOKENS_A_MESSAGE * (call.messages().size() + 1);
        Long limit = call.maxTokens();
        return cost(price, input, limit == null ? properties.maxTokens() : limit);
    }

    /** What was used, in US dollars; null if its price is not known. */
    @Nullable
    BigDecimal cost(Target target, Usage usage) {
        Price price = of(target);
        return price == null ? null : cost(price, usage.promptTokens(), usage.completionTokens());
    }

    private static BigDecimal cost(Price price, long input, long output) {
        return price.input()
                .multiply(BigDecimal.valueOf(input))
                .add(price.output().multiply(BigDecimal.valueOf(output)))
                .divide(MILLION, DECIMALS, RoundingMode.HALF_UP);
    }
}
