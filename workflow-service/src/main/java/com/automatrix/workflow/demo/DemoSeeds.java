package com.automatrix.workflow.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Applies each seed once in the life of the database, however many instances start at the same time. */
@Component
@Profile("demo")
public class DemoSeeds {

    private static final Logger log = LoggerFactory.getLogger(DemoSeeds.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    DemoSeeds(JdbcClient jdbc, TransactionOperations transactions, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Runs the seed in a transaction, unless it has been applied before. */
    public void once(String name, Runnable seed) {
        transactions.executeWithoutResult(transaction -> {
            if (claim(name)) {
                seed.run();
                log.info("demo data added seed={}", name);
            }
        });
    }

    /** Returns the texts of the class-path files that match a pattern, in the order of their names. */
    public List<String> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNullElse(file.getFilename(), "")))
                    .map(DemoSeeds::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A second instance waits here until the first one's transaction ends, and then inserts nothing.
    private boolean claim(String name) {
        return jdbc.sql("INSERT INTO applied_seeds (name, applied_at) VALUES (:name, :now) ON CONFLICT DO NOTHING")
                        .param("name", name)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
