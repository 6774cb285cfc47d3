package com.automatrix.ai.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts the full text of calls: AES-256-GCM under a key that HKDF derives from what was configured, the call's id
 * authenticated, so that a row cannot stand in for another.
 */
@Component
final class FullTextCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final String configured;

    FullTextCipher(CallLogProperties properties) {
        this.configured = properties.fullTextKey();
    }

    byte[] encrypt(UUID id, String text) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce).doFinal(text.getBytes(UTF_8));
        byte[] stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
        return stored;
    }

    /** Fails when the key is another one, or the row was tampered with. */
    String decrypt(UUID id, byte[] stored) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
        return new String(
                cipher(Cipher.DECRYPT_MODE, id, nonce).doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES),
                UTF_8);
    }

    private Cipher cipher(int mode, UUID id, byte[] nonce) throws GeneralSecurityException {
        SecretKey key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(configured.getBytes(UTF_8))
                                .thenExpand("automatrix ai full text".getBytes(UTF_8), KEY_BYTES));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(UTF_8));
        return cipher;
    }
}
