import { describe, expect, it } from 'vitest';
import { categoriesOf, matching } from '@/features/events/model/catalogue';
import { fieldRows } from '@/features/events/model/fields';
import { PRODUCERS, producerExample, type Producer } from '@/features/events/model/producers';
import type { EventType } from '@/lib/api-types';

const lead: EventType = {
  type: 'com.automatrix.lead.received.v1',
  title: 'Lead received',
  category: 'sales',
  topic: 'dealership.sales',
  description: 'A lead came in.',
  own: false,
  schema: {},
  example: { leadId: 'L-1', text: 'He said "hi"\\n' },
};
const wash: EventType = {
  ...lead,
  type: 'com.lakeside.wash.v1',
  title: 'Car wash',
  category: 'carwash',
  own: true,
};

describe('the catalogue', () => {
  it('is searched by all words, in names and sentences', () => {
    expect(matching([lead, wash], { query: 'LEAD received', category: '' })).toEqual([lead]);
    expect(matching([lead, wash], { query: '', category: 'carwash' })).toEqual([wash]);
    expect(matching([lead, wash], { query: 'lakeside', category: 'sales' })).toEqual([]);
  });

  it('has the categories that there are', () => {
    expect(categoriesOf([lead, wash, lead])).toEqual(['sales', 'carwash']);
  });
});

describe('the fields of a schema', () => {
  it('are found inside definitions and lists, with what is said of them', () => {
    const rows = fieldRows({
      type: 'object',
      required: ['person'],
      properties: {
        person: { description: 'Who asks.', $ref: '#/$defs/person' },
        kind: { enum: ['NEW', 'USED'] },
        at: { type: 'string', format: 'date-time' },
        old: {},
      },
      $defs: {
        person: {
          type: 'object',
          description: 'A person.',
          properties: { emails: { type: 'array', items: { $ref: '#/$defs/email' } } },
        },
        email: {
          type: 'object',
          required: ['value'],
          properties: { value: { type: 'string', description: 'The address.', 'x-data-class': 'PERSONAL' } },
        },
      },
    });

    expect(rows).toEqual([
      { path: 'person', type: 'object', required: true, description: 'Who asks.', dataClass: null },
      { path: 'person.emails[]', type: 'list of object', required: false, description: '', dataClass: null },
      {
        path: 'person.emails[].value',
        type: 'string',
        required: true,
        description: 'The address.',
        dataClass: 'PERSONAL',
      },
      { path: 'kind', type: 'one of NEW, USED', required: false, description: '', dataClass: null },
      { path: 'at', type: 'string (date-time)', required: false, description: '', dataClass: null },
      { path: 'old', type: 'any', required: false, description: '', dataClass: null },
    ]);
  });

  it('end for a schema that refers to itself', () => {
    const rows = fieldRows({ properties: { next: { $ref: '#' } } });

    expect(rows.at(-1)?.path).toBe('next.next.next.next.next.next');
  });
});

describe('an example for producers', () => {
  it.each(Object.keys(PRODUCERS) as Producer[])(
    'by %s names the type and carries the example',
    (producer) => {
      const text = producerExample(producer, lead, 'https://hub.example.test');

      expect(text).toContain('com.automatrix.lead.received.v1');
      expect(text).toContain('L-1');
    },
  );

  it('sends structured events to the topic from the Kafka console', () => {
    const line = producerExample('kafka', lead, '').split('\n')[2] ?? '';
    const [header, event] = line.split('\t');

    expect(header).toBe('content-type:application/cloudevents+json');
    expect(JSON.parse(event ?? '')).toMatchObject({ type: lead.type, data: lead.example });
  });
});
