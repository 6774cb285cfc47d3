package com.automatrix.auth.account;

/** How a dealership may name its departments and positions. */
final class Groups {

    static final String FORM = "[A-Z][A-Z0-9_]{0,63}";
    static final String MESSAGE = "must be in capitals, such as SALES_MANAGER";
    static final int MOST = 50;

    private Groups() {}
}
