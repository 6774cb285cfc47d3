import { useEffect, useEffectEvent, useRef } from 'react';
import { useMatch, useNavigate } from 'react-router';
import { PLACES_BY_KEY } from '@/app/keys/model/places-by-key';
import { isTyping } from '@/lib/is-typing';

/** How long G waits for the key that says where to. */
const TOGETHER_MS = 1_500;

/** The keys of every page but the builder, which has its own. */
export function usePageKeys(showMap: () => void): void {
  const navigate = useNavigate();
  const isBuilder = useMatch('/workflows/:id/edit') !== null;
  const wentAt = useRef(-Infinity);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isBuilder || isTyping(event)) return;
    const to = event.timeStamp - wentAt.current < TOGETHER_MS ? PLACES_BY_KEY[event.key]?.to : undefined;
    wentAt.current = event.key === 'g' ? event.timeStamp : -Infinity;
    if (to !== undefined) void navigate(to);
    else if (event.key === '?') showMap();
    else if (event.key === 'j' || event.key === 'k') focusRow(event.key === 'j' ? 1 : -1);
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Goes from the link of one row to that of another; Enter then opens it, as everywhere. */
function focusRow(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link]')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}
