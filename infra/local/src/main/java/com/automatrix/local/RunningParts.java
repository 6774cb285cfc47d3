package com.automatrix.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a home that is up, for those who measure them from outside. */
public final class RunningParts {
    private final Settings settings;
    private final Children children;

    public RunningParts(Settings settings) {
        this.settings = settings;
        this.children = new Children(settings);
    }

    /** Every process that up has started, with those that they have started: PostgreSQL has one for each connection. */
    public List<ProcessHandle> processes() {
        return children.allRecorded().stream()
                .flatMap(child -> child.process().stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    public String kafka() {
        return "localhost:" + settings.ports().kafka();
    }

    /** A connection of the superuser, which the caller closes. */
    public Connection postgres(String database) {
        try {
            return new Postgres(settings, children).connect(database);
        } catch (SQLException failure) {
            throw new Failure("Expected PostgreSQL to answer, but: " + failure.getMessage(), failure);
        }
    }
}
