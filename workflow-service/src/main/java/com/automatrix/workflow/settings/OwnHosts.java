package com.automatrix.workflow.settings;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The hosts of the dealership's own systems, such as its DMS: no strangers to its customers' data. */
@Component
public class OwnHosts {

    private final SettingsService settings;

    OwnHosts(SettingsService settings) {
        this.settings = settings;
    }

    /** Names of hosts, or {@code *.example.com} for all below one. */
    public List<String> names() {
        return Objects.requireNonNullElse(settings.get().ownHosts(), List.of());
    }
}
