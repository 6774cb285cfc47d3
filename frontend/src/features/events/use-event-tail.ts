import { useCallback, useEffect, useRef, useState } from 'react';
import type { TailedEvent } from '@/lib/events-types';
import { followStream, type StreamState } from '@/lib/sse/stream';

export interface Arrived extends TailedEvent {
  /** Topic, partition and offset: the same for the same record. */
  place: string;
}

const MOST = 300;
const PAUSE_MS = 200;

/** The newest events first, at most some hundreds; while it is paused they wait, and are counted. */
export function useEventTail(query: string) {
  const [events, setEvents] = useState<Arrived[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [missed, setMissed] = useState(0);
  const [state, setState] = useState<StreamState>('connecting');
  const [paused, setPaused] = useState(false);
  const held = useRef<Arrived[]>([]);
  const isPaused = useRef(false);

  const show = useCallback(() => {
    const arrived = held.current.splice(0).reverse();
    setWaiting(0);
    if (arrived.length > 0) setEvents((current) => merged(arrived, current));
  }, []);

  useEffect(() => {
    held.current = [];
    // Many may come at once: they are shown together, a few times a second.
    const timer = window.setInterval(() => {
      if (!isPaused.current) show();
      else setWaiting(held.current.length);
    }, PAUSE_MS);
    const close = followStream({
      path: `/api/events/tail${query}`,
      onState: setState,
      onEvent: (event) => {
        if (event.type === 'missed') setMissed((count) => count + Number(event.data));
        if (event.type !== 'event') return;
        const told = JSON.parse(event.data) as TailedEvent;
        held.current.push({ ...told, place: `${told.topic}-${told.partition}-${told.offset}` });
        if (held.current.length > MOST) held.current.shift();
      },
    });
    return () => {
      close();
      window.clearInterval(timer);
      setEvents([]);
    };
  }, [query, show]);

  function pause(next: boolean) {
    isPaused.current = next;
    setPaused(next);
    if (!next) show();
  }

  return { events, waiting, missed, state, paused, pause, clear: () => setEvents([]) };
}

function merged(arrived: Arrived[], current: Arrived[]): Arrived[] {
  const known = new Set(arrived.map((event) => event.place));
  return [...arrived, ...current.filter((event) => !known.has(event.place))].slice(0, MOST);
}
