import type { Trigger } from '@/lib/definition';
import type { JsonObject } from '@/lib/json';

const text = (title: string, description: string, widget: string, more: JsonObject = {}): JsonObject => ({
  type: 'string',
  title,
  description,
  'x-ui': {
    widget,
    ...(more.placeholder === undefined ? {} : { placeholder: more.placeholder }),
    ...(more.advanced ? { section: 'advanced' } : {}),
  },
});

const proof = (title: string, description: string): JsonObject => ({
  type: 'object',
  title,
  description,
  required: ['header', 'secret'],
  properties: {
    header: text('Header', 'The request header that carries it.', 'text'),
    secret: { ...text('Credential', 'The credential that holds the secret.', 'secret'), 'x-secret': true },
  },
  'x-ui': { section: 'advanced' },
});

/** What can be set at each kind of trigger, as the step types say it of theirs. */
export const TRIGGER_SCHEMAS: Record<Trigger['type'], JsonObject> = {
  event: {
    type: 'object',
    required: ['eventType'],
    properties: {
      eventType: text('Event', 'Each time this happens, the workflow runs.', 'eventType'),
      filter: text('Only if', 'Must be true for the event to count.', 'condition', {
        placeholder: "{{ input.channel = 'FORM' }}",
      }),
    },
  },
  schedule: {
    type: 'object',
    properties: {
      cron: text('Times', 'Minute, hour, day of the month, month, day of the week.', 'plain', {
        placeholder: '30 8 * * MON-FRI',
      }),
      every: { type: 'string', format: 'duration', title: 'Or every', description: 'At least a minute.' },
      timeZone: text('Time zone', "The dealership's unless given.", 'plain', { advanced: true }),
      businessDays: { type: 'boolean', title: 'Leave out holidays and closed days' },
      catchUp: {
        title: 'Times that were missed',
        enum: ['NONE', 'LATEST', 'ALL'],
        'x-ui': { widget: 'select', section: 'advanced' },
      },
      input: {
        title: 'Input',
        description: 'What it is started with.',
        'x-ui': { widget: 'json', section: 'advanced' },
      },
    },
  },
  webhook: {
    type: 'object',
    properties: {
      mapping: text('Input', 'Made of the request; its body unless given.', 'expression', {
        placeholder: '{{ request.body }}',
      }),
      filter: text('Only if', 'Must be true for the request to count.', 'condition'),
      idempotencyKey: text('Named by', 'The same value starts one execution.', 'expression', {
        placeholder: '{{ request.body.eventId }}',
        advanced: true,
      }),
      answer: {
        title: 'Answer',
        enum: ['ACCEPTED', 'RESULT'],
        description: 'At once that it was accepted, or the result after at most 30 seconds.',
        'x-ui': { widget: 'select' },
      },
      signature: proof('Signature', 'Proves by an HMAC-SHA-256 of the body who sent it.'),
      token: proof('Token', 'Proves by a token in a header who sent it.'),
    },
  },
};
