package com.automatrix.testkit.ai;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short polite words of a dealership that say nothing but what was in the request. */
final class Prose {

    private static final int LONGEST_QUOTE = 120;
    private static final Pattern NAME =
            Pattern.compile("(?i:\"?first ?name\"?|my name is|\\bI am)\\s*[:=]?\\s*\"?(\\p{Lu}\\p{L}+|\\[\\[\\w+]])");
    private static final Pattern SPANISH =
            Pattern.compile("(?i)\\b(hola|gracias|quiero|por favor|cita|coche|carro|cu[aá]nto|est[aá])\\b");

    private static final Pattern FOOTER = Pattern.compile("(?s)End with exactly this text:\\n(.+)$");

    private Prose() {}

    static String answer(Prompt prompt) {
        Matcher footer = FOOTER.matcher(prompt.instructions());
        return footer.find() ? polite(prompt) + "\n" + footer.group(1).strip() : polite(prompt);
    }

    private static String polite(Prompt prompt) {
        String data = prompt.data().strip();
        String quote = sentence(data);
        if (quote.isEmpty() || quote.equals("Go ahead.")) {
            return "Thank you for your message. We will come back to you soon.";
        }
        if (SPANISH.matcher(data).find()) {
            return "Hola%s, gracias por su mensaje: «%s». Le responderemos pronto.".formatted(name(data), quote);
        }
        return "Hello%s, thank you for your message: \"%s\" We will come back to you soon."
                .formatted(name(data), quote);
    }

    /** The first sentence, short enough to be quoted. */
    static String sentence(String data) {
        String line = data.replaceAll("\\s+", " ").strip();
        Matcher end = Pattern.compile("[.!?](?=\\s|$)").matcher(line);
        return shortened(end.find() ? line.substring(0, end.end()) : line, LONGEST_QUOTE);
    }

    /** Whole words of a text, with an ellipsis where some are missing. */
    static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int cut = text.lastIndexOf(' ', longest);
        return text.substring(0, cut < 1 ? longest : cut) + " …";
    }

    private static String name(String data) {
        Matcher name = NAME.matcher(data);
        return name.find() ? " " + name.group(1) : "";
    }
}
