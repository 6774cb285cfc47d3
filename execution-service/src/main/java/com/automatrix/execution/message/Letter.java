package com.automatrix.execution.message;

import com.automatrix.execution.consent.Purpose;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Both forms of an e-mail, with the footer that the sender may not leave out. */
record Letter(String text, String html) {

    private static final String UNSUBSCRIBE =
            "You get this because you agreed to hear from us. To stop it, answer with \"unsubscribe\".";

    /** @param html null makes one of the text */
    static Letter of(String text, @Nullable String html, Purpose purpose, Store store) {
        boolean isMarketing = purpose == Purpose.MARKETING;
        String footer = String.join("\n", store.lines()) + (isMarketing ? "\n\n" + UNSUBSCRIBE : "");
        String body = html == null ? paragraphs(text) : html;
        String htmlFooter = "<hr style=\"border:0;border-top:1px solid #ccc\"><p style=\"color:#555;font-size:12px\">"
                + store.lines().stream().map(HtmlUtils::htmlEscape).collect(Collectors.joining("<br>"))
                + (isMarketing ? "</p><p style=\"color:#555;font-size:12px\">" + HtmlUtils.htmlEscape(UNSUBSCRIBE) : "")
                + "</p>";
        return new Letter(text.stripTrailing() + "\n\n-- \n" + footer + "\n", withFooter(body, htmlFooter));
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\R{2,}", -1))
                .map(paragraph -> "<p>" + HtmlUtils.htmlEscape(paragraph).replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String withFooter(String body, String footer) {
        int end = body.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
        return end < 0 ? body + "\n" + footer : body.substring(0, end) + footer + body.substring(end);
    }
}
