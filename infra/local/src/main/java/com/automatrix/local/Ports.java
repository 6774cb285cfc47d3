package com.automatrix.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Every port of the system, derived from the base; all are below 32768, where outgoing connections get theirs. */
public record Ports(int base) {
    static final int SPAN = 30;
    private static final int CONTROLLER = 22;
    private static final int EPHEMERAL = 32768;

    public Ports {
        if (base < 1024 || base + SPAN >= EPHEMERAL) {
            throw new Failure("Expected AUTOMATRIX_PORT between 1024 and " + (EPHEMERAL - SPAN - 1) + ", but it is "
                    + base + ".");
        }
    }

    public int of(ServiceName service) {
        return base + service.offset();
    }

    public int managementOf(ServiceName service) {
        return base + 10 + service.offset();
    }

    public int postgres() {
        return base + 20;
    }

    static int baseOfPostgres(int port) {
        return port - 20;
    }

    public int kafka() {
        return base + 21;
    }

    /** Of a further execution-service, from 2 to 4. */
    public int ofReplica(int number) {
        return base + CONTROLLER + number - 1;
    }

    int managementOfReplica(int number) {
        return base + CONTROLLER + number + 3;
    }

    /** Between the further execution-services and their management. */
    int scriptedAi() {
        return base + 26;
    }

    int kafkaController() {
        return base + CONTROLLER;
    }

    /** Whether something listens there; unlike a trial bind it never takes the port from who is about to listen. */
    static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
