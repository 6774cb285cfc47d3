package com.automatrix.execution.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks host names up. Asked once for each connection, and never about an address in figures. */
@FunctionalInterface
interface HostAddresses {

    /** At least one address; the first is tried first. */
    List<InetAddress> of(String host) throws UnknownHostException;
}
