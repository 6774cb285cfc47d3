package com.automatrix.execution.vin;

/** Where a vehicle's maker sits, by the first characters of its VIN. */
public enum VinRegion {
    AFRICA,
    ASIA,
    EUROPE,
    NORTH_AMERICA,
    OCEANIA,
    SOUTH_AMERICA,
    UNASSIGNED;

    private static final String OCEANIA_IN_7 = "ABCDE";

    static VinRegion of(String vin) {
        char first = vin.charAt(0);
        return switch (first) {
            case '1', '2', '3', '4', '5' -> NORTH_AMERICA;
            case '6' -> OCEANIA;
            // New Zealand has the first letters, and the United States what follows.
            case '7' -> OCEANIA_IN_7.indexOf(vin.charAt(1)) >= 0 ? OCEANIA : NORTH_AMERICA;
            case '8', '9' -> SOUTH_AMERICA;
            case '0' -> UNASSIGNED;
            default -> first <= 'H' ? AFRICA : first <= 'R' ? ASIA : EUROPE;
        };
    }
}
