package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.trigger.DealershipSettings;
import com.automatrix.testkit.RealKafka;
import com.automatrix.testkit.RealPostgres;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/** What steps ask the dealership's settings must not be answered by none, right after a start. */
class SettingsRestartIT {

    private static final int BEFORE_THE_FIRST_STEP = 999;
    private static final Map<String, Object> SETTINGS = Map.of("name", "Lakeside Motors");

    private final RealPostgres.Database database = RealPostgres.newDatabase();
    private final String brokers = RealKafka.anotherBroker();

    @Test
    void the_settings_are_known_before_the_first_step_is_worked_on() {
        try (ConfigurableApplicationContext first = run()) {
            first.getBean(Neighbours.class)
                    .tell(
                            Topics.SETTINGS_CHANGED,
                            "dealership",
                            MessageTypes.SETTINGS_CHANGED,
                            new SettingsChanged("dealership", SETTINGS));
            await().atMost(Http.PATIENCE)
                    .until(() -> first.getBean(DealershipSettings.class).vars().equals(SETTINGS));
        }

        try (ConfigurableApplicationContext second = run()) {
            assertThat(second.getBean(Observer.class).seen).isEqualTo(SETTINGS);
        }
    }

    private ConfigurableApplicationContext run() {
        return RestartIT.run(database, brokers, "settings-restart", Observer.class);
    }

    /** Looks at the settings when the workers are about to start. */
    static final class Observer implements SmartLifecycle {

        private final DealershipSettings settings;
        private volatile @Nullable Map<String, @Nullable Object> seen;

        Observer(DealershipSettings settings) {
            this.settings = settings;
        }

        @Override
        public void start() {
            seen = settings.vars();
        }

        @Override
        public void stop() {
            // Nothing runs.
        }

        @Override
        public boolean isRunning() {
            return seen != null;
        }

        @Override
        public int getPhase() {
            return BEFORE_THE_FIRST_STEP;
        }
    }
}
