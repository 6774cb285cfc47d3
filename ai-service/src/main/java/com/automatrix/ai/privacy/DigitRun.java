package com.automatrix.ai.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups of figures that follow each other with nothing but a few separators between them, such as 4111 1111-1111.1111,
 * also over the end of a line.
 *
 * @param text all of the plain text
 */
record DigitRun(String text, List<Group> groups) {

    private static final Pattern RUN = Pattern.compile("\\d++(?:[\\s\\-._/,·•*>()\\\\|]{1,6}+\\d++)*+");
    private static final Pattern GROUP = Pattern.compile("\\d++");

    private static final Pattern BREAK = Pattern.compile("[.,]\\s.*|.*\\n\\s*\\n.*|\\)\\s*\\(.*");

    DigitRun {
        groups = List.copyOf(groups);
    }

    record Group(int start, int end) {

        int size() {
            return end - start;
        }
    }

    static List<DigitRun> in(String text) {
        List<DigitRun> runs = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            List<Group> groups = new ArrayList<>();
            Matcher group = GROUP.matcher(text).region(run.start(), run.end());
            while (group.find()) {
                groups.add(new Group(group.start(), group.end()));
            }
            runs.add(new DigitRun(text, groups));
        }
        return runs;
    }

    /** The groups from one to another, the last not among them. */
    DigitRun part(int from, int to) {
        return new DigitRun(text, groups.subList(from, to));
    }

    int start() {
        return groups.getFirst().start();
    }

    int end() {
        return groups.getLast().end();
    }

    List<Integer> sizes() {
        return groups.stream().map(Group::size).toList();
    }

    String digits() {
        StringBuilder digits = new StringBuilder();
        groups.forEach(group -> digits.append(text, group.start(), group.end()));
        return digits.toString();
    }

    /** The longest stretches of groups that each are a single figure or were written in words. */
    List<DigitRun> spelled(PlainText plain) {
        List<DigitRun> stretches = new ArrayList<>();
        int from = 0;
        for (int to = 0; to <= groups.size(); to++) {
            if (to == groups.size() || !isSpelled(plain, groups.get(to))) {
                if (to > from) {
                    stretches.add(part(from, to));
                }
                from = to + 1;
            }
        }
        return stretches;
    }

    private static boolean isSpelled(PlainText plain, Group group) {
        return group.size() == 1 || plain.isSpoken(group.start(), group.end());
    }

    /** Whether a sentence or an item of a list ends between two groups. */
    boolean isBroken() {
        for (int i = 1; i < groups.size(); i++) {
            String between =
                    text.substring(groups.get(i - 1).end(), groups.get(i).start());
            if (BREAK.matcher(between).matches()) {
                return true;
            }
        }
        return false;
    }

    static boolean passesLuhn(String digits) {
        int sum = 0;
        boolean doubled = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = doubled ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }
}
