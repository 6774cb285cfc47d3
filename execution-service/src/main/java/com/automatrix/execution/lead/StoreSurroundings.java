package com.automatrix.execution.lead;

import com.automatrix.execution.lead.adf.Surroundings;
import com.automatrix.execution.trigger.DealershipSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Where the store is: its time zone as the dealership's settings have it. */
@Component
class StoreSurroundings {

    private final LeadProperties properties;
    private final DealershipSettings settings;

    StoreSurroundings(LeadProperties properties, DealershipSettings settings) {
        this.properties = properties;
        this.settings = settings;
    }

    Surroundings at(Instant now) {
        return new Surroundings(properties.country(), zone(), now);
    }

    private ZoneId zone() {
        try {
            return settings.vars().get("timeZone") instanceof String zone ? ZoneId.of(zone) : properties.zone();
        } catch (DateTimeException unknown) {
            return properties.zone();
        }
    }
}
