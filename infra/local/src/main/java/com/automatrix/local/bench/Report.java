package com.automatrix.local.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a bench found out.
 *
 * @param peakHeapMib of execution-service; 0 when it was not watched
 */
record Report(Machine machine, List<Row> rows, String note, long peakHeapMib) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Report {
        rows = List.copyOf(rows);
    }

    String text() {
        var heap = peakHeapMib == 0 ? "" : "\nPeak heap of execution-service: " + peakHeapMib + " MiB.";
        return Table.of(rows) + "\n\n" + note + heap + "\nMachine: " + machine.text() + ".";
    }

    String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", machine);
        all.put("note", note);
        all.put("peakHeapMib", peakHeapMib);
        all.put("rows", rows.stream().map(Report::json).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, Object> json(Row row) {
        var one = new LinkedHashMap<String, Object>();
        one.put("shape", row.shape());
        one.put("what", row.what());
        one.put("remark", row.remark());
        one.put("medians", row.medians());
        one.put("runs", row.runs());
        return one;
    }
}
