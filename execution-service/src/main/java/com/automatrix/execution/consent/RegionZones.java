package com.automatrix.execution.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time zones of the states and provinces of the United States and Canada; some have several. */
final class RegionZones {

    private static final Map<String, List<ZoneId>> ZONES = lines("region-zones.txt").stream()
            .collect(Collectors.toUnmodifiableMap(
                    words -> words[0],
                    words -> Arrays.stream(words).skip(1).map(ZoneId::of).toList()));

    /** The state of each range of three-digit ZIP prefixes, by its first. */
    private static final NavigableMap<Integer, ZipRange> ZIPS =
            Collections.unmodifiableNavigableMap(new TreeMap<>(lines("zip-regions.txt").stream()
                    .map(words -> new ZipRange(Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2]))
                    .collect(Collectors.toMap(ZipRange::first, range -> range))));

    private record ZipRange(int first, int last, String region) {}

    private RegionZones() {}

    /** The zones of an address; empty if they are not known. */
    static List<ZoneId> of(String country, String region, String postalCode) {
        String code = region.toUpperCase(Locale.ROOT);
        code = code.startsWith("US-") || code.startsWith("CA-") ? code.substring(3) : code;
        boolean isHere = country.isEmpty() || country.equals("US") || country.equals("CA");
        if (!isHere) {
            return List.of();
        }
        List<ZoneId> ofRegion = ZONES.get(code);
        if (ofRegion != null) {
            return ofRegion;
        }
        String ofPostalCode = region(postalCode.toUpperCase(Locale.ROOT).replace(" ", ""));
        return ofPostalCode == null ? List.of() : ZONES.getOrDefault(ofPostalCode, List.of());
    }

    private static @Nullable String region(String postalCode) {
        if (postalCode.matches("\\d{5}(-?\\d{4})?")) {
            int prefix = Integer.parseInt(postalCode.substring(0, 3));
            Map.Entry<Integer, ZipRange> range = ZIPS.floorEntry(prefix);
            return range == null || prefix > range.getValue().last()
                    ? null
                    : range.getValue().region();
        }
        if (postalCode.matches("[A-Z]\\d[A-Z]\\d[A-Z]\\d")) {
            return switch (postalCode.charAt(0)) {
                case 'A' -> "NL";
                case 'B' -> "NS";
                case 'C' -> "PE";
                case 'E' -> "NB";
                case 'G', 'H', 'J' -> "QC";
                case 'K', 'L', 'M', 'N', 'P' -> "ON";
                case 'R' -> "MB";
                case 'S' -> "SK";
                case 'T' -> "AB";
                case 'V' -> "BC";
                case 'X' -> "NU";
                case 'Y' -> "YT";
                default -> null;
            };
        }
        return null;
    }

    private static List<String[]> lines(String file) {
        try (InputStream text = Objects.requireNonNull(RegionZones.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split(" +", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
