package com.automatrix.execution.outgoing;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A block of addresses (CIDR), such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
record Network(InetAddress base, int prefix) {

    /** @throws IllegalArgumentException if it is not written as a block */
    static Network of(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash > 0) {
                // Only figures: nothing is looked up.
                InetAddress base =
                        InetAddress.ofLiteral(text.substring(0, slash).strip());
                int prefix = Integer.parseInt(text.substring(slash + 1).strip());
                if (prefix >= 0 && prefix <= base.getAddress().length * Byte.SIZE) {
                    return new Network(base, prefix);
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw malformed(text, malformed);
        }
        throw malformed(text, null);
    }

    boolean contains(InetAddress address) {
        byte[] own = base.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static IllegalArgumentException malformed(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Expected a network such as 10.20.0.0/16, but it is \"%s\"".formatted(text), cause);
    }
}
