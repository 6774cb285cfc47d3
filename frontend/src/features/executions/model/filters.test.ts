import { expect, it } from 'vitest';
import type { ExecutionSummary } from '@/lib/api-types';
import { FILTERS, foundKeys, query, type ExecutionFilters } from './filters';

const NOW = Date.parse('2026-05-01T12:00:00Z');

function filters(change: Partial<ExecutionFilters>): ExecutionFilters {
  return { ...(Object.fromEntries(FILTERS.map((name) => [name, ''])) as ExecutionFilters), ...change };
}

it.each([
  [{ time: '1h' }, { from: '2026-05-01T11:00:00.000Z' }],
  [
    { time: 'range', from: 'a', to: 'b' },
    { from: 'a', to: 'b' },
  ],
  [
    { time: 'ended', from: 'a', to: 'b' },
    { endedFrom: 'a', endedTo: 'b' },
  ],
  [{ businessKey: '33a00435' }, { businessKeyPart: '33a00435' }],
  [{ businessKey: '77' }, { businessKey: '77' }],
  [{ businessKey: 'vin:1HG' }, { businessKey: 'vin:1HG' }],
])('asks for %o', (change, asked) => {
  const set = Object.entries(query(filters(change), NOW)).filter(([, value]) => value !== '');

  expect(Object.fromEntries(set)).toEqual(asked);
});

it('names the values that were found by how they begin or end, each once', () => {
  const executions: Pick<ExecutionSummary, 'businessKeys'>[] = [
    { businessKeys: { vin: '1HGCM82633A004352', customer: 'Ann@Example.com' } },
    { businessKeys: { vin: '1HGCM82633A004352' } },
    {},
  ];

  expect(foundKeys('33a004352', executions)).toEqual(['1HGCM82633A004352']);
  expect(foundKeys('vin:1hg', executions)).toEqual(['1HGCM82633A004352']);
  expect(foundKeys('ann@', executions)).toEqual(['Ann@Example.com']);
  expect(foundKeys('', executions)).toEqual([]);
});
