package com.automatrix.local.client;

import com.automatrix.local.Failure;
import com.automatrix.local.Settings;

/** Prints an access token of the administrator and nothing else, for curl. */
public final class Token {
    private Token() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(Hub.signedIn(Settings.of(System.getenv())).token());
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }
}
