package com.automatrix.execution.vin;

import java.util.Optional;

/** What the seventeen positions of a VIN say. */
public final class VinParts {

    private static final int WMI_LENGTH = 3;
    private static final int WEIGHT_AT = 6;
    private static final int YEAR_AT = 9;
    private static final int PLANT_AT = 10;
    private static final int SERIAL_AT = 11;
    private static final int SMALL_MAKER_ENDS_AT = 14;
    private static final String HIDDEN_SERIAL = "******";

    private final String value;

    VinParts(String value) {
        this.value = value;
    }

    /** The world manufacturer identifier: positions 1 to 3. */
    public String wmi() {
        return value.substring(0, WMI_LENGTH);
    }

    /** Whether it makes fewer than a thousand vehicles a year, and so shares its WMI: position 3 is a 9. */
    public boolean isSmallMaker() {
        return value.charAt(WMI_LENGTH - 1) == '9';
    }

    /** What names the maker: the WMI, which a small maker completes by positions 12 to 14. */
    public String maker() {
        return isSmallMaker() ? wmi() + value.substring(SERIAL_AT, SMALL_MAKER_ENDS_AT) : wmi();
    }

    public VinRegion region() {
        return VinRegion.of(value);
    }

    /** The country by ISO 3166-1; empty for those that the table does not have. */
    public Optional<String> country() {
        return VinCountries.of(value);
    }

    /** The possible model years, the likeliest first. */
    public ModelYears modelYears(ModelYears.Weight weight, int latestYear) {
        return ModelYears.of(value.charAt(YEAR_AT), value.charAt(WEIGHT_AT), checkDigitApplies(), weight, latestYear);
    }

    /** The maker's own letter or digit for the plant. */
    public String plant() {
        return value.substring(PLANT_AT, SERIAL_AT);
    }

    /** The serial number: positions 12 to 17, of a small maker 15 to 17. */
    public String serial() {
        return value.substring(isSmallMaker() ? SMALL_MAKER_ENDS_AT : SERIAL_AT);
    }

    /** The VIN with its serial number hidden: as much as may be told to others, since it names no single vehicle. */
    public String withoutSerial() {
        return value.substring(0, SERIAL_AT) + HIDDEN_SERIAL;
    }

    boolean checkDigitApplies() {
        return region() == VinRegion.NORTH_AMERICA
                || country().filter("CN"::equals).isPresent();
    }
}
