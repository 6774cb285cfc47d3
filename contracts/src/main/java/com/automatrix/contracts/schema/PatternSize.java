package com.automatrix.contracts.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a regular expression is with its repetitions written out: {@code (ab{3}){2}} comes to 8. */
final class PatternSize {

    private static final long MOST = Integer.MAX_VALUE;

    /** What counts as one: an escaped character, a class of characters, or a bound such as {@code {2,5}}. */
    private static final Pattern TOKEN =
            Pattern.compile("\\\\.|\\[\\^?]?(?:\\\\.|[^]\\\\])*]|\\{(\\d+)(,?)(\\d*)}|.", Pattern.DOTALL);

    private final Deque<Long> around = new ArrayDeque<>();
    private long sum;
    private long last;

    private PatternSize() {}

    static long of(String regex) {
        PatternSize size = new PatternSize();
        Matcher tokens = TOKEN.matcher(regex);
        while (tokens.find()) {
            size.add(tokens);
        }
        return size.sum;
    }

    private void add(Matcher token) {
        if (token.group(1) != null) {
            long times = Math.max(number(token.group(1)), number(token.group(3)));
            long repeated = capped(last * times);
            sum = capped(sum - last + repeated);
            last = repeated;
        } else if (token.group().equals("(")) {
            around.push(sum);
            sum = 0;
        } else if (token.group().equals(")") && !around.isEmpty()) {
            last = sum;
            sum = capped(sum + around.pop());
        } else {
            last = 1;
            sum = capped(sum + 1);
        }
    }

    private static long number(String digits) {
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 0, Math.min(digits.length(), 6), 10);
    }

    private static long capped(long size) {
        return Math.min(size, MOST);
    }
}
