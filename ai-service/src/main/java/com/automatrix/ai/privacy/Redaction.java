package com.automatrix.ai.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The redaction of one call: what its texts hold goes to the model as tokens such as {@code [[PHONE_1]]}, the same data
 * as the same token in all of them, and is put back in the answer. Financial and secret data is removed for good. The
 * tokens live as long as this object; nothing keeps them.
 *
 * <p>For one thread.
 */
public final class Redaction {

    private static final Pattern TOKEN = Pattern.compile(
            "\\[\\s?\\[\\s{0,3}(CUSTOMER|PHONE|EMAIL|ADDRESS|VIN|TEXT)[_ -]?(\\d{1,6})\\s{0,3}\\]\\s?\\]",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** @param names of people whom the data of the call names; each is found in every text */
    public Redaction(Collection<String> names) {
        this.names.addAll(names);
    }

    public Redaction() {
        this(List.of());
    }

    /** The text as a model may see it. */
    public String redact(String text) {
        StringBuilder redacted = new StringBuilder();
        int copied = 0;
        for (Finding finding : Redactor.find(text, names)) {
            redacted.append(text, copied, finding.start())
                    .append(standIn(finding.kind(), text.substring(finding.start(), finding.end())));
            copied = finding.end();
        }
        return redacted.append(text, copied, text.length()).toString();
    }

    /** A tree of maps, lists and texts as a model may see it: what the names of its fields say is believed as well. */
    public @Nullable Object redactTree(@Nullable Object tree) {
        FieldKinds.names(tree).forEach(names::add);
        return redactTree(tree, "", null);
    }

    private @Nullable Object redactTree(@Nullable Object tree, String path, @Nullable Kind kind) {
        return switch (tree) {
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> redacted = new LinkedHashMap<>();
                object.forEach((key, value) -> {
                    String below = path + "." + key;
                    Kind own = FieldKinds.of(below);
                    redacted.put(redact(String.valueOf(key)), redactTree(value, below, own == null ? kind : own));
                });
                yield redacted;
            }
            case List<?> list -> {
                List<@Nullable Object> redacted = new ArrayList<>();
                list.forEach(item -> redacted.add(redactTree(item, path, kind)));
                yield redacted;
            }
            case String text when kind != null && !text.isBlank() -> standIn(kind, text);
            case String text -> redact(text);
            case Number number when kind != null && !kind.restorable() -> standIn(kind, number.toString());
            case Number number -> {
                String plain = number.toString();
                String redacted = redact(plain);
                yield redacted.equals(plain) ? number : redacted;
            }
            case null, default -> tree;
        };
    }

    /** The answer with what its tokens stand for; a token that this call did not give stays as it is. */
    public String restore(String answer) {
        return TOKEN.matcher(answer).replaceAll(found -> Matcher.quoteReplacement(valueOf(found)));
    }

    /** The same for all texts of a tree. */
    public @Nullable Object restoreTree(@Nullable Object tree) {
        return switch (tree) {
            case Map<?, ?> object -> {
                Map<String, @Nullable Object> restored = new LinkedHashMap<>();
                object.forEach((key, value) -> restored.put(restore(String.valueOf(key)), restoreTree(value)));
                yield restored;
            }
            case List<?> list -> {
                List<@Nullable Object> restored = new ArrayList<>();
                list.forEach(item -> restored.add(restoreTree(item)));
                yield restored;
            }
            case String text -> restore(text);
            case null, default -> tree;
        };
    }

    /** Whether an answer that was restored still holds tokens: the model has invented them. */
    public static boolean holdsTokens(String restored) {
        return TOKEN.matcher(restored).find();
    }

    /** How many places of each kind were found so far. */
    public Map<Kind, Integer> counts() {
        return Map.copyOf(counts);
    }

    private String standIn(Kind kind, String value) {
        counts.merge(kind, 1, Integer::sum);
        if (!kind.restorable()) {
            return kind.removed();
        }
        return tokens.computeIfAbsent(kind + " " + value, _ -> {
            long number = 1
                    + values.keySet().stream()
                            .filter(token -> token.startsWith(kind + "_"))
                            .count();
            String name = kind + "_" + number;
            values.put(name, value);
            return "[[" + name + "]]";
        });
    }

    private String valueOf(MatchResult token) {
        String name = token.group(1).toUpperCase(Locale.ROOT) + "_" + token.group(2);
        return values.getOrDefault(name, token.group());
    }
}
