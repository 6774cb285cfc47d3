package com.automatrix.workflow.settings;

import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dealership's settings over HTTP. */
@RestController
@RequestMapping("/api/settings/dealership")
class SettingsController {

    private final SettingsService settings;

    SettingsController(SettingsService settings) {
        this.settings = settings;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    DealershipSettings get() {
        return settings.get();
    }

    @PutMapping
    @PreAuthorize("hasRole('ADMIN')")
    DealershipSettings change(@Valid @RequestBody DealershipSettings changed, CurrentUser user) {
        return settings.change(changed, user.name());
    }
}
