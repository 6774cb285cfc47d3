package com.automatrix.ai.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.json.ContractJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells identical calls: the same guarded messages, schema and limits to the same model by the same prompt. */
final class CallHash {

    private CallHash() {}

    static String of(AiCall sent, Target target) {
        String all = ContractJson.events()
                .writeValueAsString(Arrays.asList(
                        target.text(),
                        sent.task(),
                        sent.messages(),
                        sent.schema(),
                        sent.maxTokens(),
                        sent.temperature(),
                        sent.origin().promptName(),
                        sent.origin().promptVersion()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyMachineHasIt) {
            throw new IllegalStateException(everyMachineHasIt);
        }
    }
}
