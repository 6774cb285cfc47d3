package com.automatrix.auth.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo users, which exist with the profile {@code demo} only.
 *
 * @param password the password of all of them; empty: a random one, printed once
 */
@ConfigurationProperties("automatrix.demo")
record DemoProperties(@DefaultValue("") String password) {

    @Override
    public String toString() {
        return "DemoProperties[]";
    }
}
