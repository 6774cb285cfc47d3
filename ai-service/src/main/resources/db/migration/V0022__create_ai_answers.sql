-- Answers to identical calls of steps that want them kept, with tokens in place of personal data.
CREATE TABLE ai_answers (
    hash text PRIMARY KEY,
    answer text NOT NULL,
    model text,
    kept_at timestamptz NOT NULL
);

CREATE INDEX ai_answers_by_time ON ai_answers (kept_at);
