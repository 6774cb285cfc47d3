package com.automatrix.auth.account;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Sees to it, before the service takes requests, that somebody can sign in. */
@Component
class FirstStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);

    private final FirstAccountService accounts;
    private final Passwords passwords;
    private final DemoProperties demo;
    private final boolean isDemo;
    private final Consumer<String> console;

    @Autowired
    FirstStart(FirstAccountService accounts, Passwords passwords, DemoProperties demo, Environment environment) {
        this(accounts, passwords, demo, environment.acceptsProfiles(Profiles.of("demo")), log::info);
    }

    FirstStart(
            FirstAccountService accounts,
            Passwords passwords,
            DemoProperties demo,
            boolean isDemo,
            Consumer<String> console) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.demo = demo;
        this.isDemo = isDemo;
        this.console = console;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.createAdministrator(!isDemo).ifPresent(this::print);
        accounts.createScriptCredential();
        if (isDemo) {
            createDemoUsers();
        }
    }

    private void print(Credential credential) {
        // The one secret that is ever logged: without it nobody gets in, and it has to be changed at the first sign-in.
        console.accept("""

                First administrator (shown only once):
                  e-mail    %s
                  password  %s
                """.formatted(credential.email(), credential.password()));
    }

    private void createDemoUsers() {
        var isChosen = !demo.password().isBlank();
        var password = isChosen ? demo.password() : passwords.random();
        var created = accounts.createMissing(DemoUser.ALL, password);
        if (created.isEmpty()) {
            return;
        }
        var names = created.stream()
                .map(user -> "  %-32s %s".formatted(user.email(), user.name()))
                .collect(Collectors.joining("\n"));
        var heading = isChosen ? "Demo users:" : "Demo users (password, shown only once: %s):".formatted(password);
        console.accept(heading + "\n" + names);
    }
}
