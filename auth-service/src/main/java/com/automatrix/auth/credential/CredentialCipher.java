package com.automatrix.auth.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts credentials for the database: AES-256-GCM under a key that HKDF derives from what was configured, the
 * credential's id authenticated, so that a row cannot stand in for another. A key's id is derived too; it tells nothing
 * about the key.
 */
@Component
final class CredentialCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 6;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String currentKeyId;

    CredentialCipher(CredentialKeyProperties properties) throws GeneralSecurityException {
        for (var configured : properties.all()) {
            var id = HexFormat.of()
                    .formatHex(derive(configured, "automatrix credential key id", ID_BYTES)
                            .getEncoded());
            keys.putIfAbsent(id, derive(configured, "automatrix credentials", KEY_BYTES));
        }
        this.currentKeyId = keys.keySet().iterator().next();
    }

    String currentKeyId() {
        return currentKeyId;
    }

    boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    /** Encrypts under the current key. */
    byte[] encrypt(UUID id, byte[] plain) throws GeneralSecurityException {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, currentKeyId, id, nonce).doFinal(plain);
        var stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
        return stored;
    }

    /** Fails when the key is not configured any more, or the row was tampered with. */
    byte[] decrypt(String keyId, UUID id, byte[] stored) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(stored, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, keyId, id, nonce).doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, String keyId, UUID id, byte[] nonce) throws GeneralSecurityException {
        var key = keys.get(keyId);
        if (key == null) {
            throw new GeneralSecurityException("Expected the key %s to be configured, but it is not".formatted(keyId));
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(UTF_8));
        return cipher;
    }

    private static SecretKey derive(String configured, String purpose, int bytes) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(configured.getBytes(UTF_8))
                                .thenExpand(purpose.getBytes(UTF_8), bytes));
    }
}
