package com.automatrix.execution.lead.adf;

import com.automatrix.execution.lead.adf.Lead.Email;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses, each once, the preferred in front. */
final class EmailAddresses {

    private static final Pattern VALID =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,12}+"
                    + "@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\\.[A-Za-z0-9][A-Za-z0-9-]{0,62}){1,8}");
    private static final Set<String> NOBODY =
            Set.of("noemail", "nomail", "none", "na", "noname", "unknown", "notprovided", "no-email", "no");
    private static final Set<String> MACHINES =
            Set.of("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster");
    private static final int MOST = 5;
    private static final int LONGEST = 320;

    private final Values values;
    private final Map<String, Email> byAddress = new LinkedHashMap<>();

    EmailAddresses(Values values) {
        this.values = values;
    }

    void add(@Nullable String text, boolean isPreferred) {
        String raw = values.line(text);
        if (raw == null) {
            return;
        }
        List<String> found = new ArrayList<>();
        find(raw, found);
        if (found.isEmpty()) {
            values.note(Note.EMAIL_UNREADABLE);
        }
        found.forEach(address -> put(address, isPreferred));
    }

    /** Those that can be recognised in a text, without those of machines. */
    void addFoundIn(String text) {
        List<String> found = new ArrayList<>();
        find(text, found);
        found.stream().filter(address -> !MACHINES.contains(local(address))).forEach(address -> put(address, false));
    }

    List<Email> list() {
        return byAddress.values().stream()
                .sorted(Comparator.comparing((Email email) -> email.preferred() == null))
                .toList();
    }

    private void put(String address, boolean isPreferred) {
        if (NOBODY.contains(local(address))) {
            values.note(Note.PLACEHOLDER_DROPPED);
        } else if (byAddress.size() >= MOST) {
            values.note(Note.SHORTENED);
        } else {
            byAddress.putIfAbsent(address.toLowerCase(Locale.ROOT), new Email(address, isPreferred ? true : null));
        }
    }

    private static String local(String address) {
        return address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    }

    /** Goes out from every @ to both sides, so that the time grows with the length of the text alone. */
    private static void find(String text, List<String> found) {
        for (int at = text.indexOf('@'); at > 0; at = text.indexOf('@', at + 1)) {
            int from = at;
            while (from > 0 && at - from < 64 && isPart(text.charAt(from - 1))) {
                from--;
            }
            int to = at + 1;
            while (to < text.length() && to - from < LONGEST && isDomain(text.charAt(to))) {
                to++;
            }
            while (to > at + 1 && !Character.isLetterOrDigit(text.charAt(to - 1))) {
                to--;
            }
            while (from < at && (text.charAt(from) == '.' || text.charAt(from) == '\'')) {
                from++;
            }
            String address = text.substring(from, to);
            if (VALID.matcher(address).matches()) {
                found.add(address);
            }
        }
    }

    private static boolean isPart(char character) {
        return isAsciiLetterOrDigit(character) || ".!#$%'*+/?^_`{|}~-".indexOf(character) >= 0;
    }

    private static boolean isDomain(char character) {
        return isAsciiLetterOrDigit(character) || character == '.' || character == '-';
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return character < 128 && Character.isLetterOrDigit(character);
    }
}
