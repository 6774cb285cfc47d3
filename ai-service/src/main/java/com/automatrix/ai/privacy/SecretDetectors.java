package com.automatrix.ai.privacy;

import java.util.List;

/** Passwords, keys and tokens, and addresses of computers. */
final class SecretDetectors {

    private static final String NAMES =
            "pass ?words?|pass ?codes?|pass ?phrases?|passwd|pwd|passkey|pin(?: ?(?:code|number))?|api[ _-]?keys?|secret(?:[ _-]?keys?)?"
                    + "|access[ _-]?(?:keys?|tokens?)|private[ _-]?keys?|auth(?:orization)?[ _-]?(?:code|token)|login|log-in"
                    + "|contrasena|clave(?: secreta)?|palabra secreta|mot de passe|one[ -]time (?:code|password)|otp"
                    + "|(?:verification|security|access|door|gate|alarm|garage) code|keypad";

    private static final String VALUE = "(?<value>[^\\s,;]{3,200}?)(?=[.!?]?(?:[\\s,;]|$))";

    static final List<Detector> ALL = List.of(
            Labelled.by(
                    Kind.SECRET,
                    "(?<![a-z])(?:" + NAMES
                            + ")(?![a-z])[\"')\\]]{0,2}\\s{0,3}(?:(?:is|are|es|was|=|:|->|#|-)\\s{0,3}){1,2}(?:now |still |esta |: ?)?[\"'(\\[<]?"
                            + VALUE),
            // "pin 4821", "password Hunter2!": without a verb between the two it must look like one.
            Labelled.by(
                    Kind.SECRET,
                    "(?<![a-z])(?:" + NAMES
                            + ")(?![a-z])[\"')]{0,2}\\s{1,3}(?:(?:for|to|of|de|del|para) [^.!?\\n]{1,40}?(?:is|:|es)\\s{0,3})?[\"'(]?(?=[^\\s]{0,60}[\\d!@#$%^&*_])"
                            + VALUE),
            Labelled.by(Kind.SECRET, "(?<![a-z])bearer\\s+(?<value>[a-z0-9._~+/=-]{8,4000})"),
            Labelled.by(
                    Kind.SECRET,
                    "(?<value>(?<![a-z0-9])(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[a-z0-9_-]{16,200})"),
            Labelled.by(
                    Kind.SECRET,
                    "(?<value>(?<![a-z0-9])(?:akia|asia)[a-z0-9]{16}|gh[pousr]_[a-z0-9]{20,255}|github_pat_[a-z0-9_]{20,255}|xox[abprs]-[a-z0-9-]{10,255}"
                            + "|aiza[a-z0-9_-]{30,60}|eyj[a-z0-9_-]{10,4000}\\.[a-z0-9_-]{5,4000}(?:\\.[a-z0-9_-]{0,4000})?|glpat-[a-z0-9_-]{16,100}|sg\\.[a-z0-9_-]{16,100}\\.[a-z0-9_-]{16,100})"),
            Labelled.by(
                    Kind.SECRET,
                    "(?<value>-----begin [a-z ]{0,30}private key-----[a-z0-9+/=\\s:,-]{0,20000}?(?:-----end [a-z ]{0,30}private key-----|$))"),
            Labelled.by(Kind.SECRET, "[a-z][a-z0-9+.-]{1,20}://(?<value>[^\\s/:@]{1,100}:[^\\s/@]{1,100})@"),
            Labelled.by(
                    Kind.IP,
                    "(?<![\\d.])(?<value>(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d))(?![\\d.]\\d)"),
            Labelled.by(
                    Kind.IP,
                    "(?<![a-z0-9:])(?<value>(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![a-z0-9:])"));

    private SecretDetectors() {}
}
