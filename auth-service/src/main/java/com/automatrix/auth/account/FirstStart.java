package com.automatrix.auth.account;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Sees to it, before the service takes requests, that somebody can sign in. Passwords go to the console, never to the log. */
@Component
class FirstStart implements ApplicationRunner {

    private final FirstAccountService accounts;
    private final Passwords passwords;
    private final DemoProperties demo;
    private final boolean isDemo;
    private final PrintStream console;

    @Autowired
    FirstStart(FirstAccountService accounts, Passwords passwords, DemoProperties demo, Environment environment) {
        this(accounts, passwords, demo, environment.acceptsProfiles(Profiles.of("demo")), System.out);
    }

    FirstStart(
            FirstAccountService accounts,
            Passwords passwords,
            DemoProperties demo,
            boolean isDemo,
            PrintStream console) {
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
        console.println("""

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
        console.println(isChosen ? "Demo users:" : "Demo users (password shown only once: %s):".formatted(password));
        created.forEach(user -> console.printf("  %-32s %s%n", user.email(), user.name()));
    }
}
