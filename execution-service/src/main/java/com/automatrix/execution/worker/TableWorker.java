package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.table.DataTables;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Runs {@code data.table}. Writing and deleting name the row and say how it is afterwards, so that an attempt that is
 * made again after a crash changes nothing more and gives the same output.
 */
@Component
final class TableWorker implements StepWorker {

    private static final String KEY = "key";
    private static final int DEFAULT_LIMIT = 100;

    /** Of a table that a workflow makes by writing into it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");

    private final DataTables tables;
    private final ConfigReader configs;

    TableWorker(DataTables tables, ConfigReader configs) {
        this.tables = tables;
        this.configs = configs;
    }

    @Override
    public String type() {
        return "data.table";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, TableConfig.class, this::run);
    }

    private StepResult run(TableConfig config) {
        List<String> names = tables.names();
        boolean makes = config.operation() == TableConfig.Operation.UPSERT
                && NAME.matcher(config.table()).matches();
        if (!makes && !names.contains(config.table())) {
            return StepResult.failure(StepError.permanent(
                    "table.not-found",
                    "Expected one of the tables %s, or to write the first row of one with a plain name, but the step names \"%s\"."
                            .formatted(
                                    names.isEmpty() ? "(there are none yet)" : String.join(", ", names),
                                    config.table())));
        }
        return switch (config.operation()) {
            case FIND -> found(tables.find(config.table(), query(config)));
            case UPSERT -> upsert(config.table(), key(config), Objects.requireNonNull(config.row()));
            case DELETE -> {
                tables.delete(config.table(), key(config));
                yield found(List.of());
            }
        };
    }

    private static DataTables.Query query(TableConfig config) {
        return new DataTables.Query(
                config.key(),
                Objects.requireNonNullElse(config.where(), Map.of()),
                Objects.requireNonNullElse(config.limit(), DEFAULT_LIMIT));
    }

    private StepResult upsert(String table, String key, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(row);
        // A row as it was found has its key beside its columns.
        if (columns.containsKey(KEY) && !key.equals(columns.remove(KEY))) {
            return StepResult.failure(
                    StepError.permanent(
                            "table.other-key",
                            "Expected a row without a column \"key\", or with the key that it is written under, but it has another."));
        }
        DataTables.Row written = new DataTables.Row(key, columns);
        tables.upsert(table, written);
        return found(List.of(written));
    }

    private static StepResult found(List<DataTables.Row> rows) {
        return StepResult.success(Map.of(
                "rows", rows.stream().map(TableWorker::output).toList(),
                "count", rows.size()));
    }

    private static Map<String, @Nullable Object> output(DataTables.Row row) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put(KEY, row.key());
        output.putAll(row.columns());
        return output;
    }

    private static String key(TableConfig config) {
        return Objects.requireNonNull(config.key());
    }
}
