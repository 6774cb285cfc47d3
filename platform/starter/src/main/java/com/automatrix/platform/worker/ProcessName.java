package com.automatrix.platform.worker;

import com.automatrix.platform.time.Ids;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this process and no other, not even of the same one started again. */
record ProcessName(String text) {

    static ProcessName of(String service, Ids ids) {
        var id = ids.next().toString();
        return new ProcessName("%s@%s-%s".formatted(service, host(), id.substring(id.length() - 8)));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
