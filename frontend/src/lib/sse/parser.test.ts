import { expect, it } from 'vitest';
import { createEventParser } from '@/lib/sse/parser';

const STREAM =
  ': hello\r\n\r\nid: 1\r\nevent: step.started\r\ndata: {"a":1}\r\n\r\ndata: one\ndata: two\n\nid: 3\rdata:x\r\r';

const EVENTS = [
  { id: '1', type: 'step.started', data: '{"a":1}' },
  { id: '1', type: 'message', data: 'one\ntwo' },
  { id: '3', type: 'message', data: 'x' },
];

it('reads events with every kind of line end', () => {
  // The last line end may be the half of a \r\n, so it is only certain with what follows.
  expect(createEventParser()(`${STREAM}\n:`)).toEqual(EVENTS);
});

it('reads the same events however the stream is cut', () => {
  for (let size = 1; size < STREAM.length; size += 1) {
    const parse = createEventParser();
    const events = [];
    for (let at = 0; at < STREAM.length; at += size) events.push(...parse(STREAM.slice(at, at + size)));
    events.push(...parse('\n:'));
    expect(events, `pieces of ${size}`).toEqual(EVENTS);
  }
});

it('gives out nothing for an event without data or without its end', () => {
  const parse = createEventParser();

  expect(parse('event: lonely\n\n')).toEqual([]);
  expect(parse('data: unfinished\n')).toEqual([]);
});
