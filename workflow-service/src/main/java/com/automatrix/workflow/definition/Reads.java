package com.automatrix.workflow.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the strings of one definition refer to; each is read once. */
final class Reads {

    private final Map<String, List<References>> byText = new HashMap<>();

    /** What each expression of a string refers to; nothing of a string without any. */
    List<References> in(String text) {
        return ExpressionText.hasExpression(text)
                ? byText.computeIfAbsent(
                        text,
                        unread -> ExpressionText.parse(unread).expressions().stream()
                                .map(References::in)
                                .toList())
                : List.of();
    }

    /** Goes through every string within a value that holds expressions, with its pointer. */
    static void strings(@Nullable Object value, String pointer, BiConsumer<String, String> each) {
        switch (value) {
            case String text when ExpressionText.hasExpression(text) -> each.accept(pointer, text);
            case Map<?, ?> object ->
                object.forEach((key, child) -> strings(child, Pointer.child(pointer, String.valueOf(key)), each));
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    strings(list.get(index), Pointer.child(pointer, index), each);
                }
            }
            case null, default -> {}
        }
    }
}
