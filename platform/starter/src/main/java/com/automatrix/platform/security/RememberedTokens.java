package com.automatrix.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Spares a token that comes with every request the check of its signature, which costs more than anything else about it.
 * What may change while a token lives is checked each time: its times and whether its session still stands.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> tokens;

    /**
     * Remembers tokens of a decoder that checks everything.
     *
     * @param validator what the decoder checks besides the signature
     * @param keysCachedFor a token is not remembered for longer than the key that has signed it
     */
    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> validator, Duration keysCachedFor) {
        this.decoder = decoder;
        this.validator = validator;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(keysCachedFor.compareTo(LONGEST) < 0 ? keysCachedFor : LONGEST)
                .build();
    }

    @Override
    public Jwt decode(String text) {
        Jwt known = tokens.getIfPresent(text);
        if (known != null && !validator.validate(known).hasErrors()) {
            return known;
        }
        // The decoder says what is wrong with it.
        Jwt token = decoder.decode(text);
        tokens.put(text, token);
        return token;
    }
}
