package com.automatrix.execution.outgoing;

import com.automatrix.contracts.message.StepError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the address of a request as strictly as it can be: nothing that two readers could understand differently. */
final class TargetAddress {

    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    /** The last part of a name holds a letter; "127.1", "2130706433" and "0x7f.1" are addresses in disguise. */
    private static final Pattern HOST = Pattern.compile("(" + LABEL + "\\.)*(?!\\d+$)(?!0x[0-9a-f]*$)" + LABEL);

    private static final int LONGEST_HOST = 253;

    private TargetAddress() {}

    /** @throws OutgoingFailure with {@code http.url-refused} */
    static URI read(String text) {
        URI uri = parse(text);
        String scheme = lower(uri.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused("an address that begins with https:// or http://");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused("an address without a user name; name a credential instead");
        }
        String host = lower(uri.getHost());
        if (host.isEmpty()
                || host.length() > LONGEST_HOST
                || !HOST.matcher(host).matches()) {
            throw refused("the name of a host, not its address in figures");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw refused("a port from 1 to 65535");
        }
        return uri;
    }

    /** As {@link URI#getHost()}, in the form that settings have. */
    static String host(URI uri) {
        return lower(uri.getHost());
    }

    /** Whether both are one place, which may be told the same secrets. */
    static boolean isSamePlace(URI one, URI other) {
        return lower(one.getScheme()).equals(lower(other.getScheme()))
                && host(one).equals(host(other))
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return lower(uri.getScheme()).equals("https") ? 443 : 80;
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw refused("an address, with %20 for a blank and the like");
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static OutgoingFailure refused(String expected) {
        return new OutgoingFailure(StepError.permanent(
                "http.url-refused", "Expected %s, but the request has another one.".formatted(expected)));
    }
}
