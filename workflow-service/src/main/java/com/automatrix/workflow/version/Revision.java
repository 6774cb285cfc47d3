package com.automatrix.workflow.version;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The revision of a draft as HTTP carries it: the entity tag (RFC 9110, section 8.8.3). */
final class Revision {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private Revision() {}

    static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Reads an {@code If-Match} header; empty means any revision. */
    static OptionalLong expected(String header) {
        if (header.strip().equals(ANY)) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            String message = "Expected If-Match to be the ETag of the workflow, such as \"3\", or *.";
            throw new Invalid(
                    "request.bad-header",
                    message,
                    List.of(new Violation("header:If-Match", "request.bad-header", message)));
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }
}
