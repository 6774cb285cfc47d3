package com.automatrix.execution.lead.adf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out in which encoding bytes really are: by their mark, then by themselves, then by what they declare. */
record DocumentText(String text, Set<Repair> repairs) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile(
            "<\\?xml[^>]{0,80}?encoding\\s{0,9}=\\s{0,9}[\"'“”]([A-Za-z0-9._-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 512;

    /** @param named the encoding that a header gives; null for none */
    static DocumentText decode(byte[] bytes, @Nullable String named) {
        Set<Repair> repairs = EnumSet.noneOf(Repair.class);
        String text = clean(decode(bytes, named, repairs), repairs);
        return new DocumentText(text, repairs);
    }

    /** The text of bytes whose mark and declaration make no sense. */
    static DocumentText undeclared(byte[] bytes) {
        Set<Repair> repairs = EnumSet.of(Repair.ENCODING);
        return new DocumentText(clean(utf8(bytes).orElseGet(() -> new String(bytes, WINDOWS)), repairs), repairs);
    }

    /** What came as text already. */
    static DocumentText of(String text) {
        Set<Repair> repairs = EnumSet.noneOf(Repair.class);
        return new DocumentText(clean(text, repairs), repairs);
    }

    private static String decode(byte[] bytes, @Nullable String named, Set<Repair> repairs) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, UTF_16LE);
        }
        Charset wide = wide(bytes);
        return wide == null ? narrow(bytes, named, repairs) : new String(bytes, wide);
    }

    private static String narrow(byte[] bytes, @Nullable String named, Set<Repair> repairs) {
        String declaration = declaration(bytes);
        Charset declared = charset(declaration == null ? named : declaration).orElse(null);
        Optional<String> utf8 = utf8(bytes);
        if (utf8.isPresent()) {
            boolean isAscii = utf8.get().length() == bytes.length;
            boolean isAsDeclared = declaration == null || UTF_8.equals(declared) || (isAscii && isNarrow(declared));
            if (!isAsDeclared) {
                repairs.add(Repair.ENCODING);
            }
            return utf8.get();
        }
        if (declared != null && isNarrow(declared) && !UTF_8.equals(declared)) {
            return new String(bytes, ISO_8859_1.equals(declared) ? WINDOWS : declared);
        }
        repairs.add(Repair.ENCODING);
        return new String(bytes, WINDOWS);
    }

    /** A document that is cut off in the middle of a character is still in UTF-8. */
    private static Optional<String> utf8(byte[] bytes) {
        int incomplete = incompleteAtEnd(bytes);
        try {
            return Optional.of(UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, bytes.length - incomplete))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static int incompleteAtEnd(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int one = Byte.toUnsignedInt(bytes[bytes.length - back]);
            if (one >= 0xC2) {
                int needed = one >= 0xF0 ? 4 : one >= 0xE0 ? 3 : 2;
                // A lone letter of Latin-1 at the end is none: what is cut off has begun before it.
                return needed > back && bytes.length > back + 16 ? back : 0;
            }
            if (one < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    private static @Nullable Charset wide(byte[] bytes) {
        int looked = Math.min(bytes.length, 64) & ~1;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < looked; i += 2) {
            evenZeros += bytes[i] == 0 ? 1 : 0;
            oddZeros += bytes[i + 1] == 0 ? 1 : 0;
        }
        int many = Math.max(2, looked / 4);
        if (evenZeros >= many && oddZeros == 0) {
            return UTF_16BE;
        }
        return oddZeros >= many && evenZeros == 0 ? UTF_16LE : null;
    }

    private static @Nullable String declaration(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? declared.group(1) : null;
    }

    private static Optional<Charset> charset(@Nullable String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isNarrow(@Nullable Charset charset) {
        return charset != null
                && !charset.name().startsWith("UTF-16")
                && !charset.name().startsWith("UTF-32");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text, Set<Repair> repairs) {
        if (text.codePoints().allMatch(DocumentText::isAllowed)) {
            return text;
        }
        repairs.add(Repair.CONTROL_CHARACTERS);
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().filter(DocumentText::isAllowed).forEach(cleaned::appendCodePoint);
        return cleaned.toString();
    }

    private static boolean isAllowed(int point) {
        return point >= ' '
                ? point < 0xD800 || (point > 0xDFFF && point < 0xFFFE) || point > 0xFFFF
                : point == '\t' || point == '\n' || point == '\r';
    }
}
