package com.automatrix.execution.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Keeps the connections of the engine's loops apart from all others. Requests and steps run on virtual threads, of which
 * there are as many as there is work, and share one pool; the few platform threads have another, so that the inbox finds
 * a connection however many requests wait for theirs.
 */
final class ConnectionPools extends AbstractDataSource implements AutoCloseable {

    private static final long LOOP_PATIENCE_MILLIS = 30_000;

    private final HikariDataSource loops;
    private final HikariDataSource work;

    /** @param settings those of the pool for requests and steps; the other one takes all but its size from them */
    ConnectionPools(HikariConfig settings, int connectionsOfLoops, MeterRegistry meters) {
        HikariConfig ofLoops = named("loops", settings, meters);
        ofLoops.setMaximumPoolSize(connectionsOfLoops);
        ofLoops.setConnectionTimeout(LOOP_PATIENCE_MILLIS);
        this.loops = new HikariDataSource(ofLoops);
        this.work = new HikariDataSource(named("work", settings, meters));
    }

    private static HikariConfig named(String name, HikariConfig settings, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        settings.copyStateTo(config);
        config.setPoolName(name);
        config.setMetricRegistry(meters);
        return config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return pool().getConnection(username, password);
    }

    private DataSource pool() {
        return Thread.currentThread().isVirtual() ? work : loops;
    }

    @Override
    public void close() {
        work.close();
        loops.close();
    }
}
