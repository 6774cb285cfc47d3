package com.automatrix.execution.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: public ones, and the private networks that were allowed by name. What leads to
 * the machine's own surroundings, such as a cloud's metadata, may never be.
 */
final class AddressRule {

    /** Link-local with the clouds' metadata, multicast, broadcast, "this host"; and metadata that lives elsewhere. */
    private static final List<Network> NEVER = networks(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "224.0.0.0/4",
            "255.255.255.255/32",
            "168.63.129.16/32",
            "100.100.100.200/32",
            "192.0.0.192/32",
            "::/128",
            "fe80::/10",
            "ff00::/8",
            "fd00:ec2::254/128",
            "fd20:ce::254/128");

    /** What the IANA registries keep from the public internet (RFC 6890 and what followed). */
    private static final List<Network> SPECIAL = networks(
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All of IPv6 that is public lies in here; what maps or embeds an IPv4 address lies outside or is special. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private final List<Network> allowed;

    AddressRule(List<String> privateNetworks) {
        this.allowed = privateNetworks.stream()
                .filter(text -> !text.isBlank())
                .map(Network::of)
                .toList();
    }

    boolean allows(InetAddress address) {
        if (isIn(NEVER, address)) {
            return false;
        }
        return isPublic(address) || isIn(allowed, address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean isGlobal = !(address instanceof Inet6Address) || GLOBAL.contains(address);
        return isGlobal && !isIn(SPECIAL, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
