package com.automatrix.auth.account;

/** What signs somebody in; its JSON is the body of {@code POST /api/auth/login}. */
record Credential(String email, String password) {

    @Override
    public String toString() {
        return "Credential[]";
    }
}
