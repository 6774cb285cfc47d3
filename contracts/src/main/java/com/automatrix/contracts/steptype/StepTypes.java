package com.automatrix.contracts.steptype;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The step types by name, in the order of the catalogue. */
public final class StepTypes {

    private static final String FOLDER = "/contracts/step-types/";

    /** One type a line, in the order of the palette; each is the name of a file in the folder. */
    private static final String INDEX = FOLDER + "catalogue.txt";

    private final Map<String, StepType> byType;

    private StepTypes(Map<String, StepType> byType) {
        this.byType = Collections.unmodifiableMap(byType);
    }

    /** Those that are part of the product, read once from {@code contracts/step-types} on the class path. */
    public static StepTypes builtIn() {
        return BuiltIn.INSTANCE;
    }

    public static StepTypes of(Collection<StepType> types) {
        Map<String, StepType> byType = new LinkedHashMap<>();
        types.forEach(type -> byType.put(type.type(), type));
        return new StepTypes(byType);
    }

    public List<StepType> all() {
        return List.copyOf(byType.values());
    }

    public Optional<StepType> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    private static StepTypes load() {
        return of(text(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> ContractJson.definitions().readValue(text(FOLDER + line + ".json"), StepType.class))
                .toList());
    }

    private static String text(String resource) {
        try (InputStream stream = StepTypes.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Expected %s on the class path, but it is missing".formatted(resource));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class BuiltIn {
        private static final StepTypes INSTANCE = load();
    }
}
