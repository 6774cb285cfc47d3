package com.automatrix.execution.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers as it is told. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final String toRecipient;
    private final String toData;

    /**
     * @param toRecipient the code that it answers to an address with
     * @param toData the code that it answers to the text with, or "break"
     */
    ScriptedSmtp(String toRecipient, String toData) throws IOException {
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.toRecipient = toRecipient;
        this.toData = toData;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        say(out, "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                say(out, toRecipient + " so it is");
            } else if (line.equals("DATA")) {
                say(out, "354 go on");
            } else if (line.equals(".")) {
                if (toData.equals("break")) {
                    return;
                }
                say(out, toData + " so it is");
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else if (line.matches("(EHLO|HELO|MAIL|RSET|NOOP)\\b.*")) {
                say(out, "250 fine");
            }
        }
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
