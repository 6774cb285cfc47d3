package com.automatrix.local.chaos;

import com.automatrix.local.LocalSystem;
import com.automatrix.local.ServiceName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A part of the running system that is killed and started again. */
record LeadVictim(String name, Runnable kill, Runnable start) {
    private static final String KAFKA = "kafka";

    /** Every service, and the broker. The database is PostgreSQL's own promise. */
    static List<String> names() {
        return Stream.concat(Arrays.stream(ServiceName.values()).map(ServiceName::text), Stream.of(KAFKA))
                .toList();
    }

    static LeadVictim of(String name, LocalSystem system) {
        if (name.equals(KAFKA)) {
            return new LeadVictim(name, system::killBroker, system::startBroker);
        }
        var service = ServiceName.of(name);
        return new LeadVictim(name, () -> system.kill(service), () -> system.start(service));
    }
}
