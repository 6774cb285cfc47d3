package com.automatrix.execution.consent;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether a message asks us to stop. Some words do so when they are the whole message, as the rules of the phone
 * companies say; some phrases do so wherever they stand.
 */
final class OptOutWords {

    private static final Set<String> WHOLE = Set.of(
            "stop",
            "stopall",
            "stop all",
            "quit",
            "end",
            "revoke",
            "opt out",
            "optout",
            "cancel",
            "unsubscribe",
            "remove",
            "remove me",
            "stop it",
            "stop this",
            "stop messages",
            "stop texts",
            "no more",
            "alto",
            "parar",
            "pare",
            "basta",
            "baja",
            "cancelar",
            "no mas",
            "arret",
            "arreter",
            "arretez",
            "desabonner");

    private static final List<String> PHRASES = List.of(
            "stop texting",
            "stop messaging",
            "stop emailing",
            "stop e mailing",
            "stop mailing",
            "stop contacting",
            "stop writing",
            "stop sending",
            "stop spamming",
            "take me off",
            "remove me from",
            "unsubscribe me",
            "opt me out",
            "want to opt out",
            "like to opt out",
            "wish to opt out",
            "want to unsubscribe",
            "like to unsubscribe",
            "revoke my consent",
            "revoke consent",
            "withdraw my consent",
            "dont text me",
            "do not text me",
            "dont message me",
            "do not message me",
            "dont email me",
            "do not email me",
            "dont contact me",
            "do not contact me",
            "dont write to me",
            "do not write to me",
            "no more texts",
            "no more messages",
            "no more emails",
            "leave me alone",
            "lose my number",
            "delete my number",
            "no me escriban",
            "no me escriba",
            "no me escribas",
            "no me manden",
            "no me mande",
            "no me envien",
            "no me envie",
            "no me contacten",
            "dejen de escribir",
            "dejen de mandar",
            "dejen de enviar",
            "darme de baja",
            "no quiero recibir",
            "no quiero mas mensajes",
            "ne m ecrivez plus",
            "ne me contactez plus",
            "ne m envoyez plus",
            "arretez de m",
            "desabonnez moi",
            "me desabonner");

    /** After these a phrase says when, not that. */
    private static final Set<String> CONDITIONS = Set.of(
            "before", "after", "until", "till", "unless", "between", "antes", "despues", "hasta", "avant", "apres");

    private static final Set<String> POLITE =
            Set.of("please", "pls", "plz", "thanks", "thank", "you", "thx", "now", "por", "favor", "gracias", "merci");

    private OptOutWords() {}

    static boolean isOptOut(String text) {
        String said = words(own(text));
        String bare = Arrays.stream(said.split(" ", -1))
                .filter(word -> !POLITE.contains(word))
                .collect(Collectors.joining(" "));
        return WHOLE.contains(said) || WHOLE.contains(bare) || PHRASES.stream().anyMatch(phrase -> says(said, phrase));
    }

    private static boolean says(String said, String phrase) {
        String padded = " " + said + " ";
        int place = padded.indexOf(" " + phrase + (phrase.endsWith(" m") ? "" : " "));
        if (place < 0) {
            return false;
        }
        String rest = padded.substring(place + 1 + phrase.length()).strip();
        return !CONDITIONS.contains(rest.split(" ", -1)[0]);
    }

    /** Without what was quoted from a message of ours, which may well say "STOP". */
    private static String own(String text) {
        return text.lines()
                .takeWhile(line -> !line.startsWith(">")
                        && !line.strip().matches("(?i)(on|le|el) .{1,200}(wrote|écrit|a écrit|escribió) ?:")
                        && !line.strip().matches("-{2,}.*"))
                .collect(Collectors.joining("\n"));
    }

    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\p{L})['’](?=t\\b)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
