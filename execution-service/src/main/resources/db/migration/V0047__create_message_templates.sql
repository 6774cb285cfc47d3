-- Texts that steps send by their name; {{ }} stands for a value that the step gives.
CREATE TABLE message_templates (
    name       text        PRIMARY KEY,
    subject    text        NOT NULL,
    body_text  text        NOT NULL,
    body_html  text,
    version    integer     NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);

INSERT INTO message_templates (name, subject, body_text, version, changed_at, changed_by) VALUES
('lead-first-reply', 'Your question about the {{ vehicle }}',
 E'Hello {{ firstName }},\n\nthank you for asking about the {{ vehicle }}. {{ answer }}\n\nWhen would it suit you to have a look at it? Just answer this message.\n\n{{ salesperson }}',
 1, now(), 'system'),
('appointment-reminder', 'Your appointment on {{ day }}',
 E'Hello {{ firstName }}, this is a reminder of your appointment on {{ day }} at {{ time }}. If it does not suit you any more, please call {{ phone }}.',
 1, now(), 'system'),
('car-is-ready', 'Your {{ vehicle }} is ready',
 E'Hello {{ firstName }}, your {{ vehicle }} is ready. You can pick it up until {{ closingTime }}. The total is {{ total }}.',
 1, now(), 'system');

ALTER TABLE messages
    ADD COLUMN sender text;

COMMENT ON COLUMN messages.sender IS 'the address that a step wants its e-mail to come from; null is the usual one';
