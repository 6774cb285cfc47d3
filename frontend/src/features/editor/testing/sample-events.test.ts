import { describe, expect, it } from 'vitest';
import { sampleEvents } from '@/features/editor/testing/sample-events';
import type { EventType } from '@/lib/api-types';
import type { JsonObject } from '@/lib/json';

const booked = {
  type: 'com.automatrix.appointment.booked.v1',
  example: { person: { personId: 'example', name: 'Kim' }, at: '2026-05-01' },
} as unknown as EventType;

function arriving(correlation: JsonObject, data: JsonObject = { input: { person: { personId: 'p1' } } }) {
  const node = { id: 'wait', type: 'flow.waitForEvent', config: { correlation } };
  return sampleEvents({ specVersion: '1', nodes: [node], edges: [] }, [booked], data);
}

describe('the event that comes to a step that is tried alone', () => {
  it('is the example, with the value that the step looks for', () => {
    const correlation = {
      eventType: booked.type,
      event: '{{ input.person.personId }}',
      value: '{{ input.person.personId }}',
    };

    expect(arriving(correlation)).toEqual([
      {
        after: 'PT1S',
        type: booked.type,
        data: { person: { personId: 'p1', name: 'Kim' }, at: '2026-05-01' },
      },
    ]);
  });

  it('is the example as it is where more than a place is named or nothing is there', () => {
    const more = { eventType: booked.type, event: '{{ $lowercase(input.at) }}', value: '{{ input.at }}' };
    const absent = { eventType: booked.type, event: '{{ input.at }}', value: '{{ steps.look.output.at }}' };

    expect(arriving(more)[0]?.data).toBe(booked.example);
    expect(arriving(absent)[0]?.data).toBe(booked.example);
  });

  it('does not come where none is chosen, or to a step that waits for none', () => {
    expect(arriving({ eventType: '', event: '', value: '' })).toEqual([]);
    expect(
      sampleEvents({ specVersion: '1', nodes: [{ id: 'a', type: 'flow.wait' }], edges: [] }, [booked], {}),
    ).toEqual([]);
  });
});
