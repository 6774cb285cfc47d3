package com.automatrix.local.docs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes {@code docs/api.md} from the API's own description and the pages that use it. */
public final class ApiTable {
    /** Where it is kept. */
    public static final Path FILE = Sources.ROOT.resolve("docs/api.md");

    private static final String INTRODUCTION = """
            # API

            Written by a journey from what the running system answers at `GET /api/docs` and from
            [pages.txt](../infra/local/src/test/resources/docs/pages.txt). After a change start the system (`./automatrix up`), then run
            `mvn -pl infra/local -am -Pjourneys verify -Dit.test=ApiJourney -Dupdate=true -Dsurefire.failIfNoSpecifiedTests=false
            -Dfailsafe.failIfNoSpecifiedTests=false`.

            `GET /api/docs` is an OpenAPI 3.0 document of all services with the shapes of requests and answers:

            ```
            curl -H "Authorization: Bearer $(./automatrix token)" http://localhost:8080/api/docs
            ```

            Everything is asked with an access token, but for signing in, webhooks and receipts, which have their own proofs. ADMIN
            may do what BUILDER and APPROVER may, BUILDER what OPERATOR may, and all what VIEWER may; without a role, whoever asks (see
            [security.md](security.md)). Errors are problems with codes ([problems.md](problems.md)). Lists answer with `items` and
            `nextCursor`, which is the `cursor` of the next page.

            | operation | role | page that uses it, or why none does |
            | --- | --- | --- |
            """;

    private ApiTable() {}

    /** The operations of an OpenAPI document by path and method, each with its role; empty if every caller may ask. */
    public static Map<String, String> operations(JsonNode document) {
        var operations = new TreeMap<String, String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue().path("x-required-role").asString(""))));
        return operations;
    }

    /** The whole page. */
    public static String of(Map<String, String> operations, Map<String, String> pages) {
        return INTRODUCTION
                + operations.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(ApiTable::byPath))
                        .map(operation -> row(
                                operation.getKey(), operation.getValue(), pages.getOrDefault(operation.getKey(), "")))
                        .collect(Collectors.joining());
    }

    private static int byPath(String one, String other) {
        var paths = one.substring(one.indexOf(' ')).compareTo(other.substring(other.indexOf(' ')));
        return paths == 0 ? one.compareTo(other) : paths;
    }

    private static String row(String operation, String role, String page) {
        var shown = page.startsWith("- ") ? page.substring(2) : page.startsWith("/") ? "`" + page + "`" : page;
        return "| `%s` | %s | %s |\n".formatted(operation, role, shown);
    }
}
