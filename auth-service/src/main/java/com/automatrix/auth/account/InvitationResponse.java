package com.automatrix.auth.account;

/**
 * A user who was just invited.
 *
 * @param temporaryPassword shown this once; it has to be changed at the first sign-in
 */
record InvitationResponse(ManagedUserResponse user, String temporaryPassword) {

    @Override
    public String toString() {
        return "InvitationResponse[user=%s]".formatted(user.id());
    }
}
