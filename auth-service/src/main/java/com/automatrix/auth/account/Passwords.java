package com.automatrix.auth.account;

import com.automatrix.platform.problem.Unavailable;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id and makes random ones. */
@Component
public final class Passwords {

    // OWASP's first choice; about 60 ms as this service runs, and only two at once: each needs 19 MiB.
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    // No 0/O, 1/I/L: a temporary password is read aloud and typed.
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ITERATIONS);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final SecureRandom random = new SecureRandom();
    private final String hashOfNobody = encoder.encode(random());

    public String hash(String password) {
        return inPlace(() -> encoder.encode(password));
    }

    /**
     * Whether the password is the account's; takes as long for no account as for a wrong password, so that the time
     * does not tell which e-mail addresses are known.
     */
    public boolean matches(String password, @Nullable Account account) {
        var hash = account == null ? hashOfNobody : account.passwordHash();
        var matches = inPlace(() -> encoder.matches(password, hash));
        return matches && account != null;
    }

    /** A password with about 99 bits of chance, like {@code 7KQ2M-XW4PD-9HTRB-C3NVA}. */
    String random() {
        var password = new StringBuilder();
        for (int position = 0; position < GROUPS * GROUP_LENGTH; position++) {
            if (position > 0 && position % GROUP_LENGTH == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private <T> T inPlace(Supplier<T> hashing) {
        takePlace();
        try {
            return hashing.get();
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable(
                "auth.busy",
                "Too many people are signing in at this moment. Try again shortly.",
                Duration.ofSeconds(2));
    }
}
