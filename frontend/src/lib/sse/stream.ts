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

/** How long a tab may be out of sight before it lets go of its stream. */
const HIDDEN_MS = 1_000;

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

  async function connectOnce(signal: AbortSignal): Promise<'ended' | 'broken'> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastEventId !== null) headers['Last-Event-ID'] = lastEventId;
    const response = await client.open(path, { headers, signal });
    if (response.body === null) return 'broken';
    onState('live');
    const parse = createEventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream());
    for await (const piece of piecesOf(reader, signal)) {
      for (const event of parse(piece)) if (receive(event)) return 'ended';
    }
    return 'broken';
  }

  async function run() {
    onState('connecting');
    while (!isClosed()) {
      await shown(controller.signal);
      if (isClosed()) return;
      const seen = whileShown(controller.signal);
      const end = await connectOnce(seen.signal).catch(endOf).finally(seen.stop);
      if (isClosed()) return;
      if (end === 'ended') {
        onState('ended');
        return;
      }
      if (seen.signal.aborted) continue;
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

async function* piecesOf(stream: ReadableStream<string>, signal: AbortSignal): AsyncGenerator<string> {
  const reader = stream.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    await reader.cancel().catch(() => undefined);
  }
}

const isHidden = () => document.visibilityState === 'hidden';

/** Returns when the tab is seen, or is closed. */
async function shown(signal: AbortSignal): Promise<void> {
  if (!isHidden()) return;
  await new Promise<void>((resolve) => {
    const heard = new AbortController();
    const look = () => {
      if (isHidden() && !signal.aborted) return;
      heard.abort();
      resolve();
    };
    document.addEventListener('visibilitychange', look, { signal: heard.signal });
    signal.addEventListener('abort', look, { signal: heard.signal });
  });
}

/**
 * A signal that ends with the other one, or once the tab is out of sight: a browser has few connections to one server, and
 * those of tabs that nobody sees would be missing where somebody works.
 */
function whileShown(outer: AbortSignal): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  let timer: number | undefined;
  const look = () => {
    window.clearTimeout(timer);
    timer = isHidden() ? window.setTimeout(() => controller.abort(), HIDDEN_MS) : undefined;
  };
  const end = () => controller.abort();
  document.addEventListener('visibilitychange', look);
  outer.addEventListener('abort', end);
  return {
    signal: controller.signal,
    stop: () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      outer.removeEventListener('abort', end);
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
