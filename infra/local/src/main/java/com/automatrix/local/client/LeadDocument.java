package com.automatrix.local.client;

import java.util.regex.Pattern;

/** ADF documents that are sent in numbers: each is a lead of its own, found again by the address of its person. */
public final class LeadDocument {
    private LeadDocument() {}

    /** The document of that number in a run. */
    public static String of(String run, int number) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <?adf version="1.0"?>
                <adf><prospect status="new"><id sequence="1" source="run-%1$s">%2$d</id>
                <requestdate>2026-05-01T10:00:00-04:00</requestdate>
                <vehicle interest="buy" status="used"><year>2022</year><make>Kia</make><model>Forte</model><stock>K%2$d</stock></vehicle>
                <customer><contact><name part="first">Marie</name><name part="last">Tremblay</name>
                <email>run-%1$s-%2$d@example.test</email><phone type="cellphone">514-555-%3$04d</phone></contact>
                <comments>Is this still available? Price &amp; payments, please.</comments></customer>
                <vendor><vendorname>Lakeside Motors</vendorname></vendor>
                <provider><name part="full">AutoSearch</name></provider></prospect></adf>""".formatted(run, number, number % 10_000);
    }

    /** What all addresses of a run have in them. */
    public static String address(String run) {
        return "run-" + run + "-";
    }

    /** Finds the number of a run's document, as its first group, in whatever was made of it. */
    public static Pattern number(String run) {
        return Pattern.compile(Pattern.quote(address(run)) + "(\\d+)@");
    }
}
