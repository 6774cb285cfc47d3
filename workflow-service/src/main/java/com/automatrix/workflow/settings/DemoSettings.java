package com.automatrix.workflow.settings;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.workflow.demo.DemoSeeds;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills in the settings of a made-up dealership. */
@Component
@Profile("demo")
class DemoSettings implements ApplicationRunner {

    private final DemoSeeds seeds;
    private final SettingsService settings;

    DemoSettings(DemoSeeds seeds, SettingsService settings) {
        this.seeds = seeds;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) {
        seeds.once(
                "dealership-settings", () -> seeds.files("demo/dealership.json").forEach(this::save));
    }

    private void save(String file) {
        settings.change(ContractJson.definitions().readValue(file, DealershipSettings.class), "Demo data");
    }
}
