package com.automatrix.workflow.settings;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the dealership's settings and tells the other services of every change. */
@Service
class SettingsService {

    private static final String DEALERSHIP = "dealership";

    private final DealershipSettingsRepository repository;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    SettingsService(DealershipSettingsRepository repository, Outbox outbox, Audit audit, InstantSource clock) {
        this.repository = repository;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    DealershipSettings get() {
        return current();
    }

    @Transactional
    DealershipSettings change(DealershipSettings request, String author) {
        DealershipSettings before = current();
        DealershipSettings settings = request.keepingHostsOf(before);
        refuseImpossible(settings);
        repository.save(new DealershipSettingsEntity(settings, author, clock.instant()));
        outbox.append(
                Topics.SETTINGS_CHANGED,
                DEALERSHIP,
                MessageTypes.SETTINGS_CHANGED,
                new SettingsChanged(DEALERSHIP, settings));
        audit.record("settings.changed", "settings", DEALERSHIP, before, settings);
        return settings;
    }

    private DealershipSettings current() {
        return repository
                .findById(DealershipSettingsEntity.ID)
                .map(DealershipSettingsEntity::settings)
                .orElseGet(DealershipSettings::initial);
    }

    private static void refuseImpossible(DealershipSettings settings) {
        List<Violation> violations = new ArrayList<>();
        checkHours(settings, violations);
        checkHolidays(Objects.requireNonNullElse(settings.holidays(), List.of()), violations);
        checkOwnHosts(settings, violations);
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "settings.invalid", "Expected settings that fit each other, but some do not.", violations);
        }
    }

    private static void checkHours(DealershipSettings settings, List<Violation> violations) {
        settings.hours()
                .forEach((department, days) -> days.forEach((day, hours) -> {
                    if (!hours.open().isBefore(hours.close())) {
                        violations.add(new Violation(
                                "/hours/%s/%s/close".formatted(department, day),
                                "settings.closes-before-opening",
                                "Expected a time after %s, but it is %s. Leave the day out if it is a day off."
                                        .formatted(hours.open(), hours.close())));
                    }
                }));
    }

    private static void checkHolidays(List<Holiday> holidays, List<Violation> violations) {
        Set<LocalDate> dates = new HashSet<>();
        for (int index = 0; index < holidays.size(); index++) {
            LocalDate date = holidays.get(index).date();
            if (!dates.add(date)) {
                violations.add(new Violation(
                        "/holidays/%d/date".formatted(index),
                        "settings.duplicate-holiday",
                        "Expected each day once, but %s is there twice. Name all its departments in one."
                                .formatted(date)));
            }
        }
    }

    private static void checkOwnHosts(DealershipSettings settings, List<Violation> violations) {
        List<String> allowed = Objects.requireNonNullElse(settings.allowedHosts(), List.of());
        List<String> own = Objects.requireNonNullElse(settings.ownHosts(), List.of());
        for (int index = 0; index < own.size(); index++) {
            String host = own.get(index);
            if (!allowed.contains(host)) {
                violations.add(new Violation(
                        "/ownHosts/" + index,
                        "settings.own-host-not-allowed",
                        "Expected one of the allowed hosts, but \"%s\" is none. Allow it, too, or leave it out."
                                .formatted(host)));
            }
        }
    }
}
