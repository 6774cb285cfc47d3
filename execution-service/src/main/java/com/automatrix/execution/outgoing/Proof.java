package com.automatrix.execution.outgoing;

import java.util.Map;
import java.util.Set;

/**
 * What proves to another system who calls.
 *
 * @param headers the headers that carry it
 * @param secrets what may appear nowhere else
 * @param isOfCache whether it may have become stale, so that a fresh one may do better
 */
public record Proof(Map<String, String> headers, Set<String> secrets, boolean isOfCache) {

    public Proof {
        headers = Map.copyOf(headers);
        secrets = Set.copyOf(secrets);
    }

    public static Proof none() {
        return new Proof(Map.of(), Set.of(), false);
    }

    @Override
    public String toString() {
        return "Proof[headers=%s]".formatted(headers.keySet());
    }
}
