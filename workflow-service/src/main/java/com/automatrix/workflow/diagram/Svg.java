package com.automatrix.workflow.diagram;

import com.automatrix.workflow.diagram.Drawing.Line;
import com.automatrix.workflow.diagram.Drawing.Placed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a drawing as an SVG image that stands alone: no script, and nothing from elsewhere. */
final class Svg {

    private static final double MARGIN = 24;
    private static final double NAME_SIZE = 13.5;
    /** How much wider bold text is than {@link TextWidth} reckons, in the widest of the usual fonts. */
    private static final double BOLD = 1.15;

    private static final double SMALL_SIZE = 11.5;
    private static final double TEXT_LEFT = 28;
    private static final String ERROR = "error";

    /** Those of the built-in step types; steps of other systems are drawn in grey. */
    private static final Set<String> CATEGORIES =
            Set.of("flow", "data", "ai", "human", "message", "http", "automotive");

    /** What an XML document cannot hold, and what turns the direction of the text around it. */
    private static final Pattern UNREADABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]");

    private final StringBuilder svg = new StringBuilder();

    private Svg() {}

    static String of(String title, Drawing drawing) {
        Svg image = new Svg();
        image.begin(title, drawing.cards().isEmpty() ? new Size(280, 60) : drawing.size());
        if (drawing.cards().isEmpty()) {
            image.text("small", 0, 34, "There are no steps yet.");
        }
        drawing.frames().forEach(image::frame);
        drawing.lines().forEach(image::line);
        drawing.cards().forEach(image::card);
        drawing.lines().forEach(image::label);
        return image.svg.append("</g>\n</svg>\n").toString();
    }

    /** The text without what cannot be shown. */
    static String readable(String text) {
        return UNREADABLE.matcher(text).replaceAll(" ").strip();
    }

    private void begin(String title, Size size) {
        String width = number(size.width() + 2 * MARGIN);
        String height = number(size.height() + 2 * MARGIN);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img" \
                aria-labelledby="title">
                <title id="title">%3$s</title>
                <style>
                %4$s</style>
                <defs>
                """.formatted(width, height, escaped(readable(title)), Look.STYLES));
        arrow("arrow", "tip");
        arrow("failed-arrow", "failed-tip");
        svg.append("""
                </defs>
                <rect class="page" width="%s" height="%s"/>
                <g transform="translate(%s %3$s)">
                """.formatted(width, height, number(MARGIN)));
    }

    private void arrow(String id, String look) {
        svg.append("""
                <marker id="%s" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto">\
                <path class="%s" d="M0 0.5 8 4 0 7.5z"/></marker>
                """.formatted(id, look));
    }

    private void frame(Placed frame) {
        Box box = frame.box();
        Step step = frame.step();
        open(step);
        rectangle("frame", box, 12);
        rectangle("mark", new Box(box.x() + 14, box.y() + 14, 4, 18), 2);
        double width = box.width() - TEXT_LEFT - 14;
        String name = TextWidth.cut(readable(step.name()), width / BOLD, NAME_SIZE);
        text("name", box.x() + TEXT_LEFT, box.y() + 28, name);
        double left = TextWidth.of(name, NAME_SIZE) * BOLD + 14;
        String does = TextWidth.cut(readable(step.does()), width - left, SMALL_SIZE);
        if (width - left > TextWidth.of("…", SMALL_SIZE)) {
            text("small", box.x() + TEXT_LEFT + left, box.y() + 28, does);
        }
        svg.append("</g>\n");
    }

    private void card(Placed card) {
        Box box = card.box();
        Step step = card.step();
        open(step);
        rectangle("card", box, 10);
        rectangle("mark", new Box(box.x() + 12, box.y() + 16, 4, box.height() - 32), 2);
        double width = box.width() - TEXT_LEFT - 12;
        List<String> name = TextWidth.twoLines(readable(step.name()), width / BOLD, NAME_SIZE);
        double y = box.centerY() - (name.size() == 1 ? 4 : 14);
        for (String line : name) {
            text("name", box.x() + TEXT_LEFT, y, line);
            y += 18;
        }
        text("small", box.x() + TEXT_LEFT, y + 1, TextWidth.cut(readable(step.does()), width, SMALL_SIZE));
        svg.append("</g>\n");
    }

    /** A group with the colour of the step's category, and its whole name for whoever points at it. */
    private void open(Step step) {
        String category = CATEGORIES.contains(step.category()) ? step.category() : "other";
        svg.append("<g class=\"%s\"><title>%s</title>"
                .formatted(category, escaped(readable(step.name() + ": " + step.does()))));
    }

    private void line(Line line) {
        boolean isFailure = line.link().label().equals(ERROR);
        svg.append("<path class=\"%s\" marker-end=\"url(#%s)\" d=\""
                .formatted(isFailure ? "failed-line" : "line", isFailure ? "failed-arrow" : "arrow"));
        Point from = line.way().getFirst();
        svg.append("M%s %s".formatted(number(from.x()), number(from.y())));
        for (Point to : line.way().subList(1, line.way().size())) {
            svg.append(segment(from, to, line.down()));
            from = to;
        }
        svg.append("\"/>\n");
    }

    private static String segment(Point from, Point to, boolean down) {
        if (from.equals(to)) {
            return "";
        }
        if (from.y() == to.y() && !down) {
            return "H" + number(to.x());
        }
        double half = down ? Math.max(30, (to.y() - from.y()) / 2) : Math.max(30, (to.x() - from.x()) / 2);
        Point first = down ? from.moved(0, half) : from.moved(half, 0);
        Point second = down ? to.moved(0, -half) : to.moved(-half, 0);
        return "C%s %s %s %s %s %s"
                .formatted(
                        number(first.x()),
                        number(first.y()),
                        number(second.x()),
                        number(second.y()),
                        number(to.x()),
                        number(to.y()));
    }

    private void label(Line line) {
        String label = line.link().label();
        if (label.isEmpty()) {
            return;
        }
        // The first part of a way in layers leads to the edge of its column, the second to the next one.
        int first = line.way().size() > 2 ? 1 : 0;
        Point from = line.way().get(first);
        Point to = line.way().get(first + 1);
        double x = (from.x() + to.x()) / 2;
        double y = (from.y() + to.y()) / 2;
        double width = line.link().labelWidth();
        svg.append(label.equals(ERROR) ? "<g class=\"failed-label\">" : "<g class=\"label\">");
        rectangle("pill", new Box(x - width / 2, y - 9, width, 18), 9);
        text("handle", x, y + 4, label);
        svg.append("</g>\n");
    }

    private void rectangle(String look, Box box, double radius) {
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>"
                .formatted(
                        look,
                        number(box.x()),
                        number(box.y()),
                        number(box.width()),
                        number(box.height()),
                        number(radius)));
    }

    private void text(String look, double x, double y, String text) {
        svg.append(
                "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(look, number(x), number(y), escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }
}
