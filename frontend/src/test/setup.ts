import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { toast } from 'sonner';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { session } from '@/lib/http/session';
import { server } from '@/test/server';

// jsdom lays nothing out; the canvas and the charts only need to find these, and to have a size.
const SIZED = '.react-flow, .react-flow__renderer, .recharts-responsive-container';
for (const [side, length] of Object.entries({ clientWidth: 600, clientHeight: 400 })) {
  Object.defineProperty(Element.prototype, side, {
    configurable: true,
    get(this: Element) {
      return this.matches(SIZED) ? length : 0;
    },
  });
}
const measure = Object.getOwnPropertyDescriptor(Element.prototype, 'getBoundingClientRect')?.value as (
  this: Element,
) => DOMRect;
Element.prototype.getBoundingClientRect = function (this: Element) {
  return this.matches(SIZED) ? new DOMRect(0, 0, 600, 400) : measure.call(this);
};
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, { ResizeObserver: NoObserver, IntersectionObserver: NoObserver });
Object.assign(globalThis, {
  DOMMatrixReadOnly: class {
    m22 = 1;
  },
});
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
  }) as unknown as MediaQueryList;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => undefined;

// A busy machine takes its time; what is waited for comes or does not.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
// The files of a worker share their modules, so what those keep is forgotten after each test.
afterEach(() => {
  cleanup();
  toast.dismiss();
  server.resetHandlers();
  session.signOut();
  window.localStorage.clear();
});
afterAll(() => server.close());
