import { client as browserClient, type Client } from '@/lib/http/client';
import { Problem } from '@/lib/http/problem';
import { createEventParser, type ServerEvent } from '@/lib/sse/parser';

/** `polling` tells the page to ask for itself until the stream is back. */
export type StreamState = 'connecting' | 'live' | 'polling' | 'ended';

export interface StreamOptions {
  path: string;
  onEvent: (event: ServerEvent) => void;
  onState: (state: StreamState) => void;
  /** True for the event after which the server has nothing more to say. */
  isLast?: (event: ServerEvent) => boolean;
  client?: Client;
  /** Milliseconds before the n-th attempt (from 1) to connect again. */
  backoff?: (attempt: number) => number;
}

const POLLING_AFTER = 2;

const exponential = (attempt: number) => Math.min(15_000, 500 * 2 ** (attempt - 1));

/** Follows a stream of server-sent events until it ends or is closed, resuming after each break. */
export function followStream(options: StreamOptions): () => void {
  const {
    path,
    onEvent,
    onState,
    isLast = () => false,
    client = browserClient,
    backoff = exponential,
  } = options;
  const controller = new AbortController();
  let lastEventId: string | null = null;
  let failures = 0;

  const isClosed = () => controller.signal.aborted;

  function receive(event: ServerEvent): boolean {
    failures = 0;
    if (event.id !== null) lastEventId = event.id;
    onEvent(event);
    return isLast(event);
  }

  async function connectOnce(): Promise<'ended' | 'broken'> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastEventId !== null) headers['Last-Event-ID'] = lastEventId;
    const response = await client.open(path, { headers, signal: controller.signal });
    if (response.body === null) return 'broken';
    onState('live');
    const parse = createEventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream());
    for await (const piece of piecesOf(reader)) {
      for (const event of parse(piece)) if (receive(event)) return 'ended';
    }
    return 'broken';
  }

  async function run() {
    onState('connecting');
    while (!isClosed()) {
      const end = await connectOnce().catch(endOf);
      if (isClosed()) return;
      if (end === 'ended') {
        onState('ended');
        return;
      }
      failures += 1;
      onState(failures >= POLLING_AFTER ? 'polling' : 'connecting');
      await pause(backoff(failures), controller.signal);
    }
  }

  void run().finally(() => controller.abort());
  return () => controller.abort();
}

/** A refusal stays one however often it is asked; anything else may pass. */
function endOf(error: unknown): 'ended' | 'broken' {
  return error instanceof Problem && [401, 403, 404].includes(error.status) ? 'ended' : 'broken';
}

async function* piecesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
