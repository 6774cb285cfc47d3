package com.automatrix.contracts.schema;

/** How much the patterns of one check may still do; schemas and values are other people's. */
final class CheckEffort {

    /** Characters of patterns times characters of text: about a second. */
    private static final long MOST = 50_000_000;

    private static final ScopedValue<CheckEffort> CURRENT = ScopedValue.newInstance();

    private long left = MOST;

    private CheckEffort() {}

    /** The check is over its limit. */
    static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("its patterns have too much to do", null, false, false);
        }
    }

    static <T> T limit(ScopedValue.CallableOp<T, RuntimeException> check) {
        return ScopedValue.where(CURRENT, new CheckEffort()).call(check);
    }

    static void spend(long effort) {
        if (CURRENT.isBound() && (CURRENT.get().left -= effort) < 0) {
            throw new Exhausted();
        }
    }
}
