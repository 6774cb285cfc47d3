import { useEffect, type RefObject } from 'react';
import { isTyping } from '@/features/inbox/model/keys';

/** J and K go through the links of a list; Enter then opens one, as everywhere. */
export function useRowKeys(list: RefObject<HTMLElement | null>) {
  useEffect(() => {
    function go(event: KeyboardEvent) {
      if ((event.key !== 'j' && event.key !== 'k') || isTyping(event)) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = event.key === 'j' ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
      links[next]?.focus();
    }
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, [list]);
}
