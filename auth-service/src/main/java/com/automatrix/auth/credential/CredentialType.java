package com.automatrix.auth.credential;

import com.automatrix.platform.credential.Credential;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of credentials, as the API and the table name them. */
enum CredentialType {
    BASIC,
    BEARER,
    API_KEY,
    OAUTH2_CLIENT,
    SIGNING_SECRET;

    static CredentialType of(Credential credential) {
        return switch (credential) {
            case Credential.Basic _ -> BASIC;
            case Credential.Bearer _ -> BEARER;
            case Credential.ApiKey _ -> API_KEY;
            case Credential.OAuth2Client _ -> OAUTH2_CLIENT;
            case Credential.SigningSecret _ -> SIGNING_SECRET;
        };
    }

    /** The parts that anybody who administrates may see. */
    static Map<String, String> shown(Credential credential) {
        var parts = new LinkedHashMap<String, String>();
        switch (credential) {
            case Credential.Basic basic -> parts.put("username", basic.username());
            case Credential.ApiKey key -> parts.put("header", key.header());
            case Credential.OAuth2Client client -> {
                parts.put("tokenUrl", client.tokenUrl());
                parts.put("clientId", client.clientId());
                if (client.scope() != null) {
                    parts.put("scope", client.scope());
                }
            }
            case Credential.Bearer _, Credential.SigningSecret _ -> {}
        }
        return parts;
    }
}
