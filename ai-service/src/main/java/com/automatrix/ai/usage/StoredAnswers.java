package com.automatrix.ai.usage;

import com.automatrix.ai.call.AiCall;
import com.automatrix.ai.call.AnswerCache;
import com.automatrix.ai.provider.ModelAnswer;
import com.automatrix.ai.provider.Providers.Target;
import com.automatrix.contracts.message.Usage;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps answers for identical calls for a while. */
@Component
final class StoredAnswers implements AnswerCache {

    private final JdbcClient jdbc;
    private final CostProperties properties;
    private final InstantSource clock;

    StoredAnswers(JdbcClient jdbc, CostProperties properties, InstantSource clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public @Nullable ModelAnswer find(AiCall sent, Target target) {
        return jdbc.sql("SELECT answer, model FROM ai_answers WHERE hash = :hash AND kept_at > :since")
                .param("hash", CallHash.of(sent, target))
                .param("since", clock.instant().minus(properties.answersKept()).atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new ModelAnswer(row.getString("answer"), new Usage(row.getString("model"), 0, 0, null)))
                .optional()
                .orElse(null);
    }

    @Override
    public void keep(AiCall sent, Target target, ModelAnswer answer) {
        jdbc.sql("""
                        INSERT INTO ai_answers (hash, answer, model, kept_at) VALUES (:hash, :answer, :model, :at)
                        ON CONFLICT (hash) DO UPDATE SET answer = excluded.answer, model = excluded.model,
                                                         kept_at = excluded.kept_at""")
                .param("hash", CallHash.of(sent, target))
                .param("answer", answer.text().replace("\0", ""))
                .param("model", answer.usage().model(), Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
