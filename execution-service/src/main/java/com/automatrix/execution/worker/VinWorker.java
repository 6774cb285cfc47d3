package com.automatrix.execution.worker;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.vin.ModelYears;
import com.automatrix.execution.vin.ModelYears.Weight;
import com.automatrix.execution.vin.Vin;
import com.automatrix.execution.vin.VinParts;
import com.automatrix.platform.worker.StepResult;
import com.automatrix.platform.worker.StepWorker;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs {@code auto.decodeVin}: tells what a VIN says and warns of what is wrong with it, but never fails for that. */
@Component
final class VinWorker implements StepWorker {

    private final ConfigReader configs;
    private final Vpic vpic;
    private final InstantSource clock;

    VinWorker(ConfigReader configs, Vpic vpic, InstantSource clock) {
        this.configs = configs;
        this.vpic = vpic;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "auto.decodeVin";
    }

    @Override
    public StepResult execute(StepRequested request) {
        return configs.read(request, VinConfig.class, config -> StepResult.success(decode(config)));
    }

    private Map<String, Object> decode(VinConfig config) {
        Vin vin = Vin.of(Objects.toString(config.vin(), ""));
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("vin", vin.value());
        output.put("verdict", vin.verdict());
        output.put("checkDigitApplies", vin.checkDigitApplies());
        output.put("suspect", vin.isSuspect());
        if (vin.isSuspect()) {
            output.put("warning", warning(vin));
        }
        vin.parts().ifPresent(parts -> {
            putParts(output, parts);
            putYears(output, parts, Objects.requireNonNullElse(config.weight(), Weight.UNKNOWN));
            if (Boolean.TRUE.equals(config.vpic())) {
                output.put("register", vpic.ask(parts.withoutSerial()));
            }
        });
        return output;
    }

    private static void putParts(Map<String, Object> output, VinParts parts) {
        output.put("wmi", parts.wmi());
        output.put("maker", parts.maker());
        output.put("smallMaker", parts.isSmallMaker());
        output.put("region", parts.region());
        parts.country().ifPresent(country -> output.put("country", country));
        output.put("plant", parts.plant());
        output.put("serial", parts.serial());
    }

    private void putYears(Map<String, Object> output, VinParts parts, Weight weight) {
        // The model of the next year is sold in this one.
        int latest = clock.instant().atZone(ZoneOffset.UTC).getYear() + 1;
        ModelYears years = parts.modelYears(weight, latest);
        output.put("years", years.candidates());
        output.put("yearBasis", years.basis());
    }

    private static String warning(Vin vin) {
        return switch (vin.verdict()) {
            case PLACEHOLDER -> "Expected a VIN, but this stands for none.";
            case LENGTH ->
                "Expected seventeen characters, but there are %d."
                        .formatted(vin.value().length());
            case CHARACTER -> "Expected letters without I, O and Q, and digits, but there is another character.";
            case CHECK_DIGIT, VALID -> "Expected the check digit to fit, but it does not: a character is wrong.";
        };
    }
}
