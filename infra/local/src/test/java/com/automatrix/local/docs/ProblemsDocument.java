package com.automatrix.local.docs;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes {@code docs/problems.md} from the codes in the sources and the sentences about them. */
final class ProblemsDocument {
    private final ProblemCodes codes;
    private final ProblemSentences sentences;
    private final StringBuilder text = new StringBuilder();

    private ProblemsDocument(ProblemCodes codes, ProblemSentences sentences) {
        this.codes = codes;
        this.sentences = sentences;
    }

    static String of(ProblemCodes codes, ProblemSentences sentences) {
        var document = new ProblemsDocument(codes, sentences);
        document.introduction();
        document.codes();
        document.ofSchemas();
        document.deadLetters();
        return document.text.toString().strip() + "\n";
    }

    /** The codes of the sources, each with the places where it occurs. */
    static Map<String, Set<String>> found(ProblemCodes codes, ProblemSentences sentences) {
        var found = new TreeMap<String, Set<String>>();
        codes.dotted().forEach((code, places) -> {
            if (!sentences.isNoCode(code)) {
                found.put(code, new TreeSet<>(places));
            }
        });
        codes.ofConstraints()
                .forEach(code ->
                        found.computeIfAbsent(code, _ -> new TreeSet<>()).add("violation"));
        sentences.meanings().forEach((code, meaning) -> {
            var places = found.get(code);
            if (places != null && meaning.places() != null) {
                found.put(code, new TreeSet<>(Set.of(meaning.places().split("; "))));
            }
        });
        return found;
    }

    private void introduction() {
        line("# Problems");
        line("");
        line("Written by a test from the sources and from");
        line("[problems.txt](../infra/local/src/test/resources/docs/problems.txt); change these, then run");
        line("`mvn -pl infra/local -am test -Dtest=ProblemsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dupdate=true`.");
        line("");
        line("""
                An error answer is `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail` (a sentence for people),
                `instance`, `code` (the reason for programs, as below), `correlationId` (finds the request in every service's log),
                `violations` (`pointer`, `code`, `message`: what is wrong and where) and, at 412, `current`. Clients decide by `code`;
                sentences may change.

                Where a code occurs:

                - a number: the HTTP status of the answer
                - *violation*: in `violations` of a 400. The pointer is a JSON Pointer into the body, `?name` for a parameter,
                  `header:name`, `path:name` or `cookie:name`
                - *definition*: in `problems` of a draft, and in `violations` of `workflow.not-publishable`
                - *step*: in `error` of a step's log row, in `steps.<id>.error` behind an `error` handle, and in `error` of the execution
                  that ends by it. *retried*: by the step's policy; *final*: never
                - *execution*: in `error` of an execution, without a step
                - *engine, in the log*: an input that changes nothing; execution-service counts and logs it""");
    }

    private void codes() {
        line("");
        line("## Codes");
        line("");
        line("| code | where | meaning |");
        line("| --- | --- | --- |");
        found(codes, sentences).forEach((code, places) -> {
            var meaning = sentences.meanings().get(code);
            row("`" + code + "`", String.join("; ", places), meaning == null ? "" : meaning.sentence());
        });
        line("");
        line("A step may also fail with a code of the workflow's own: that of `flow.fail`.");
    }

    private void ofSchemas() {
        line("");
        line("## Codes of JSON Schemas");
        line("");
        line("A value that does not fit a JSON Schema gets one of these after a prefix that says whose schema it is.");
        line("");
        line("| prefix | where |");
        line("| --- | --- |");
        sentences.prefixes().forEach((prefix, meaning) -> row("`" + prefix + "`", meaning));
        line("");
        line("| after the prefix | meaning |");
        line("| --- | --- |");
        codes.ofSchemas()
                .forEach(code -> row("`" + code + "`", sentences.schemaCodes().getOrDefault(code, "")));
    }

    private void deadLetters() {
        line("");
        line("## Reasons of dead letters");
        line("");
        line("""
                A record that nobody can process is kept in `dead-letter.<topic>`; the header `dead-letter-reason` says why. Besides these
                sentences it may be that of the failure which stopped a record that could be read: "Expected to process this record,
                but …" (its execution fails with `execution.poisoned`), "Expected to start executions for it, but …", or the failure's
                name. See [operations.md](operations.md#dead-letters).""");
        line("");
        line("| said by | reason |");
        line("| --- | --- |");
        codes.deadLetterReasons()
                .forEach((module, reasons) -> reasons.stream()
                        .distinct()
                        .forEach(reason -> row(module.replace("platform/starter", "every service"), reason)));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells).replace("\n", " ") + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
