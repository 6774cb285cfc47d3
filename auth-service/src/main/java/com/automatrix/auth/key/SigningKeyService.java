package com.automatrix.auth.key;

import com.automatrix.platform.time.Ids;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a signing key when there is none or the newest is too old, and says which ones are good. */
@Service
class SigningKeyService {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyService.class);
    private static final int KEY_BITS = 2048;

    private final SigningKeyRepository keys;
    private final PrivateKeyCipher cipher;
    private final KeyProperties properties;
    private final InstantSource clock;
    private final Ids ids;

    SigningKeyService(
            SigningKeyRepository keys,
            PrivateKeyCipher cipher,
            KeyProperties properties,
            InstantSource clock,
            Ids ids) {
        this.keys = keys;
        this.cipher = cipher;
        this.properties = properties;
        this.clock = clock;
        this.ids = ids;
    }

    /** The key to sign with now; makes it if there is none that will do. */
    @Transactional
    SigningKey current() {
        return usable().orElseGet(this::rotate);
    }

    /** The public keys of every token that may still be good. */
    @Transactional(readOnly = true)
    JWKSet published() {
        var published = new ArrayList<JWK>();
        for (var stored : keys.published(clock.instant().minus(properties.overlap()))) {
            published.add(jwk(stored));
        }
        return new JWKSet(published);
    }

    private SigningKey rotate() {
        keys.lockRotation();
        // Another instance may have made one while this one waited for the lock.
        return usable().orElseGet(this::create);
    }

    private Optional<SigningKey> usable() {
        var oldest = clock.instant().minus(properties.maxAge());
        return keys.newest().filter(key -> key.createdAt().isAfter(oldest)).flatMap(this::decrypt);
    }

    private Optional<SigningKey> decrypt(StoredKey stored) {
        try {
            return Optional.of(stored.decrypt(cipher));
        } catch (GeneralSecurityException e) {
            log.warn(
                    "signing key cannot be decrypted, a new one takes over key={} because={}",
                    stored.id(),
                    e.toString());
            return Optional.empty();
        }
    }

    private SigningKey create() {
        var now = clock.instant();
        try {
            var key = generate(now);
            keys.retireAll(now);
            keys.deleteRetiredBefore(now.minus(properties.overlap()));
            keys.insert(StoredKey.of(key, cipher));
            log.info("signing key created key={}", key.id());
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected to make an RSA signing key, but the JDK cannot", e);
        }
    }

    private SigningKey generate(Instant now) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        var pair = generator.generateKeyPair();
        return new SigningKey(
                ids.next().toString(), (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate(), now);
    }

    private static RSAKey jwk(StoredKey stored) {
        try {
            return new RSAKey.Builder(stored.decodePublicKey())
                    .keyID(stored.id())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected key " + stored.id() + " to be an RSA key, but it is not", e);
        }
    }
}
