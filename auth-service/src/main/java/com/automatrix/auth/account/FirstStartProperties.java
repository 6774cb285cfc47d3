package com.automatrix.auth.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the first credentials are left for the local command line, each as the JSON body of a sign-in.
 *
 * @param adminFile gets the first administrator's password, until it is changed; empty: it is only printed
 * @param scriptFile gets the command line's own credential; empty: {@code <adminFile>.script} if that is set
 */
@ConfigurationProperties("automatrix.first-start")
record FirstStartProperties(
        @DefaultValue("") String adminFile,
        @DefaultValue("") String scriptFile) {

    FirstStartProperties {
        if (scriptFile.isBlank() && !adminFile.isBlank()) {
            scriptFile = adminFile + ".script";
        }
    }
}
