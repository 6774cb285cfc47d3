package com.automatrix.execution.lead.adf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element while its document is read: names are lower-case and without namespace. */
final class Element {

    /** Deeper ones are attached to the deepest that is allowed, so that no document makes the reader overflow. */
    static final int DEEPEST = 64;

    static final int MOST = 20_000;

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    /** Texts and elements, as they came. */
    private final List<Object> content = new ArrayList<>();

    Element(String name) {
        this.name = localName(name);
    }

    static String localName(String qualified) {
        return qualified.substring(qualified.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    String name() {
        return name;
    }

    void attribute(String attribute, String value) {
        attributes.putIfAbsent(localName(attribute), value);
    }

    @Nullable
    String attribute(String attribute) {
        String value = attributes.get(attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    void add(Element child) {
        content.add(child);
    }

    void add(String text) {
        content.add(text);
    }

    boolean isEmpty() {
        return content.isEmpty();
    }

    Stream<Element> children() {
        return content.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    Stream<Element> children(String... names) {
        return children().filter(child -> List.of(names).contains(child.name));
    }

    Optional<Element> child(String... names) {
        return children(names).findFirst();
    }

    /** All below it, nearest branch first, without what is inside of those found. */
    List<Element> outermost(String wanted) {
        List<Element> found = new ArrayList<>();
        collect(wanted, found);
        return found;
    }

    /** It or the first below it of that name. */
    Optional<Element> find(String wanted) {
        return name.equals(wanted)
                ? Optional.of(this)
                : outermost(wanted).stream().findFirst();
    }

    private void collect(String wanted, List<Element> found) {
        children().forEach(child -> {
            if (child.name.equals(wanted)) {
                found.add(child);
            } else {
                child.collect(wanted, found);
            }
        });
    }

    /** Its text with that of everything below it. */
    String text() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        for (Object part : content) {
            if (part instanceof Element child) {
                text.append(child.name.equals("br") || child.name.equals("p") ? '\n' : ' ');
                child.write(text);
                text.append(' ');
            } else {
                text.append(part);
            }
        }
    }

    /** Takes the elements of a document as they begin and end, within the limits on depth and number. */
    static final class Builder {

        private final Element root = new Element("#document");
        private final List<Element> open = new ArrayList<>(List.of(root));
        private int count;
        private int tooDeep;

        /** Whether there is room for more. */
        boolean start(Element element) {
            if (++count > MOST) {
                return false;
            }
            top().add(element);
            if (open.size() < DEEPEST) {
                open.add(element);
            } else {
                tooDeep++;
            }
            return true;
        }

        void end() {
            if (tooDeep > 0) {
                tooDeep--;
            } else if (open.size() > 1) {
                open.removeLast();
            }
        }

        void text(String text) {
            if (!text.isEmpty()) {
                top().add(text);
            }
        }

        Element top() {
            return open.getLast();
        }

        /** How many must end so that the nearest of that name does; zero if none is open. */
        int distance(String wanted) {
            for (int i = open.size() - 1; i > 0; i--) {
                if (open.get(i).name.equals(wanted)) {
                    return open.size() - i + tooDeep;
                }
            }
            return 0;
        }

        Element document() {
            return root;
        }
    }
}
