package com.automatrix.platform.document;

import java.util.regex.Pattern;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes only such texts without quotes in YAML as no reader of any version could take for anything else. */
final class PlainText extends StringQuotingChecker {

    private static final long serialVersionUID = 1;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9 _.,/()'-]*[A-Za-z0-9_.)])?");

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return isReservedKeyword(value) || !PLAIN.matcher(value).matches();
    }
}
