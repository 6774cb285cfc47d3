package com.automatrix.workflow.version;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the audit log keeps of a draft: enough to prove which content it was, without a copy for every keystroke. */
record DraftAudit(String name, String description, Category category, long revision, String definitionSha256) {

    static DraftAudit of(WorkflowEntity workflow) {
        return new DraftAudit(
                workflow.name(),
                workflow.description(),
                workflow.category(),
                workflow.revision(),
                sha256(workflow.definition()));
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every Java platform to know SHA-256, but this one does not", e);
        }
    }
}
