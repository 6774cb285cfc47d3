package com.automatrix.execution.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.execution.RunningService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@RunningService
class ConnectionPoolsIT {

    @Autowired
    private DataSource connections;

    @Value("${spring.datasource.hikari.maximum-pool-size}")
    private int size;

    @Test
    void the_loops_find_a_connection_while_requests_and_steps_hold_all_of_theirs() throws Exception {
        Callable<Connection> connect = connections::getConnection;
        List<Connection> held = new ArrayList<>();
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < size; i++) {
                held.add(virtual.submit(connect).get());
            }

            Future<Connection> oneMore = virtual.submit(connect);
            try (Connection ofLoop = connections.getConnection()) {
                assertThat(ofLoop.isValid(1)).isTrue();
            }

            assertThatThrownBy(() -> oneMore.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SQLException.class);
        } finally {
            for (Connection connection : held) {
                connection.close();
            }
        }
    }
}
