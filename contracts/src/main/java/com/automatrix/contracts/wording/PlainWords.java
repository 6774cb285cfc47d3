package com.automatrix.contracts.wording;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A text as plain words: lower case, no accents, no signs, and without the short forms of text messages. */
public final class PlainWords {

    private static final Map<String, String> SHORT_FORMS = Map.ofEntries(
            Map.entry("txt", "text"),
            Map.entry("txts", "texts"),
            Map.entry("txting", "texting"),
            Map.entry("textin", "texting"),
            Map.entry("texing", "texting"),
            Map.entry("msg", "message"),
            Map.entry("msgs", "messages"),
            Map.entry("msging", "messaging"),
            Map.entry("stp", "stop"),
            Map.entry("plz", "please"),
            Map.entry("pls", "please"),
            Map.entry("ur", "your"),
            Map.entry("u", "you"),
            Map.entry("thx", "thanks"),
            Map.entry("ima", "i am going to"),
            Map.entry("gonna", "going to"),
            Map.entry("unsub", "unsubscribe"),
            Map.entry("unsuscribe", "unsubscribe"),
            Map.entry("unsubcribe", "unsubscribe"),
            Map.entry("unsubscibe", "unsubscribe"),
            Map.entry("xfavor", "por favor"),
            Map.entry("porfa", "por favor"),
            Map.entry("mensages", "mensajes"),
            Map.entry("msjs", "mensajes"));

    private PlainWords() {}

    /** The words with one blank between two; empty when there are none. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\p{L})['’`](?=(t|ll|m|re|ve|d)\\b)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return Arrays.stream(plain.split(" ", -1))
                .map(word -> SHORT_FORMS.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }

    /** What the writer wrote, without what was quoted from an earlier message. */
    public static String own(String text) {
        return text.lines()
                .takeWhile(line -> !line.startsWith(">")
                        && !line.strip().matches("(?i)(on|le|el) .{1,200}(wrote|écrit|a écrit|escribió) ?:")
                        && !line.strip().matches("-{2,}.*"))
                .collect(Collectors.joining("\n"));
    }
}
