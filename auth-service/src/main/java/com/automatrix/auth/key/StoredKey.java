package com.automatrix.auth.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;

/** A signing key as its row has it. */
// Compared by nobody; the arrays go straight from and to the driver.
@SuppressWarnings("ArrayRecordComponent")
record StoredKey(String id, byte[] publicKey, byte[] encryptedPrivateKey, Instant createdAt) {

    static StoredKey of(SigningKey key, PrivateKeyCipher cipher) throws GeneralSecurityException {
        return new StoredKey(
                key.id(),
                key.publicKey().getEncoded(),
                cipher.encrypt(key.id(), key.privateKey().getEncoded()),
                key.createdAt());
    }

    RSAPublicKey decodePublicKey() throws GeneralSecurityException {
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
    }

    SigningKey decrypt(PrivateKeyCipher cipher) throws GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(cipher.decrypt(id, encryptedPrivateKey));
        var privateKey = (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(encoded);
        return new SigningKey(id, decodePublicKey(), privateKey, createdAt);
    }
}
