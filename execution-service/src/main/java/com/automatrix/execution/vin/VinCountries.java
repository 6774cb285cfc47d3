package com.automatrix.execution.vin;

import java.util.List;
import java.util.Optional;

/** The countries that own the first two characters of a VIN; only those where cars are made in numbers. */
final class VinCountries {

    // The order in which second characters are given out.
    private static final String ORDER = "ABCDEFGHJKLMNPRSTUVWXYZ1234567890";

    private static final List<Range> RANGES = List.of(
            new Range("AA", "AH", "ZA"),
            new Range("JA", "J0", "JP"),
            new Range("KL", "KR", "KR"),
            new Range("LA", "L0", "CN"),
            new Range("MA", "ME", "IN"),
            new Range("MF", "MK", "ID"),
            new Range("ML", "MR", "TH"),
            new Range("NL", "NR", "TR"),
            new Range("PA", "PE", "PH"),
            new Range("PL", "PR", "MY"),
            new Range("RF", "RG", "TW"),
            new Range("SA", "SM", "GB"),
            new Range("SN", "ST", "DE"),
            new Range("SU", "SZ", "PL"),
            new Range("TA", "TH", "CH"),
            new Range("TJ", "TP", "CZ"),
            new Range("TR", "TV", "HU"),
            new Range("TW", "T1", "PT"),
            new Range("UU", "UZ", "RO"),
            new Range("U5", "U7", "SK"),
            new Range("VA", "VE", "AT"),
            new Range("VF", "VR", "FR"),
            new Range("VS", "VW", "ES"),
            new Range("WA", "W0", "DE"),
            new Range("XL", "XR", "NL"),
            new Range("YA", "YE", "BE"),
            new Range("YF", "YK", "FI"),
            new Range("YS", "YW", "SE"),
            new Range("ZA", "ZR", "IT"),
            new Range("1A", "10", "US"),
            new Range("2A", "20", "CA"),
            new Range("3A", "3W", "MX"),
            new Range("4A", "40", "US"),
            new Range("5A", "50", "US"),
            new Range("6A", "6W", "AU"),
            new Range("7A", "7E", "NZ"),
            new Range("7F", "70", "US"),
            new Range("8A", "8E", "AR"),
            new Range("9A", "9E", "BR"),
            new Range("93", "99", "BR"));

    private VinCountries() {}

    static Optional<String> of(String vin) {
        return RANGES.stream().filter(range -> range.contains(vin)).findFirst().map(Range::country);
    }

    /** Both ends belong to it; their first characters are the same. */
    private record Range(String from, String to, String country) {

        boolean contains(String vin) {
            int second = ORDER.indexOf(vin.charAt(1));
            return vin.charAt(0) == from.charAt(0)
                    && second >= ORDER.indexOf(from.charAt(1))
                    && second <= ORDER.indexOf(to.charAt(1));
        }
    }
}
