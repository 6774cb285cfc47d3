package com.automatrix.platform.problem;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** 413: more than is accepted here. */
public final class TooLarge extends ProblemException {

    /**
     * A request's body is over the limit.
     *
     * @param limit how many bytes it may have
     */
    public static TooLarge request(long limit) {
        double mebibytes = limit / 1024.0 / 1024.0;
        return new TooLarge(
                "request.too-large",
                "Expected at most %s MiB in a request, but there is more in this one."
                        .formatted(new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(mebibytes)));
    }

    public TooLarge(String code, String detail) {
        super(code, detail, null);
    }
}
