package com.automatrix.execution.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the client the addresses to connect to, each checked. The connection is made to the very address that is checked
 * here: nothing is looked up a second time, so an answer that changes in between gains nothing.
 */
final class GuardedResolver implements DnsResolver {

    private final HostAddresses addresses;
    private final AddressRule rule;

    GuardedResolver(HostAddresses addresses, AddressRule rule) {
        this.addresses = addresses;
        this.rule = rule;
    }

    /** The host leads to where steps must not go. */
    static final class Refused extends UnknownHostException {

        Refused(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = addresses.of(host).toArray(InetAddress[]::new);
        for (InetAddress address : found) {
            // One bad address among good ones is an attempt.
            if (!rule.allows(address)) {
                throw new Refused(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
