export interface ServerEvent {
  id: string | null;
  type: string;
  data: string;
}

/**
 * Reads a text/event-stream as it arrives in pieces that may end anywhere, even inside a line end.
 * Returns the events that each piece completes; `retry` and comments are passed over.
 */
export function createEventParser(): (piece: string) => ServerEvent[] {
  let rest = '';
  let id: string | null = null;
  let type = '';
  let data: string[] = [];

  function take(line: string): ServerEvent[] {
    if (line === '') return dispatch();
    if (line.startsWith(':')) return [];
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'event') type = value;
    if (field === 'id' && !value.includes('\0')) id = value;
    return [];
  }

  function dispatch(): ServerEvent[] {
    const events = data.length === 0 ? [] : [{ id, type: type || 'message', data: data.join('\n') }];
    type = '';
    data = [];
    return events;
  }

  return (piece) => {
    const text = rest + piece;
    // A trailing \r may be the first half of \r\n: it waits for the next piece.
    const held = text.endsWith('\r') ? '\r' : '';
    const lines = (held === '' ? text : text.slice(0, -1)).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + held;
    return lines.flatMap(take);
  };
}
