import { expect, it } from 'vitest';
import { aboutIt } from '@/features/executions/model/awaited';

const awaited = { eventType: 'com.automatrix.message.inbound.v1', value: '+15145550104' };
const waits = (event: string) => ({
  id: 'reply',
  type: 'flow.waitForEvent',
  config: { correlation: { ...awaited, event } },
});
const example = { messageId: 'M-1', person: { phones: [{ value: '+15145550100', type: 'MOBILE' }] } };

it('puts what is awaited where the step looks for it', () => {
  expect(aboutIt(example, awaited, waits('{{ input.person.phones[0].value }}'))).toEqual({
    messageId: 'M-1',
    person: { phones: [{ value: '+15145550104', type: 'MOBILE' }] },
  });
});

it.each(['{{ $lowercase(input.from) }}', '{{ input.to }} {{ input.from }}', 'fixed'])(
  'leaves it to a person where the step reads %s',
  (event) => {
    expect(aboutIt(example, awaited, waits(event))).toBeNull();
  },
);

it('leaves it to a person where the step is not known', () => {
  expect(aboutIt(example, awaited, undefined)).toBeNull();
});
