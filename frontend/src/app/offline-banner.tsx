import { useSyncExternalStore } from 'react';
import { WifiOff } from 'lucide-react';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="flex animate-appear items-center justify-center gap-2 border-b bg-compensating-soft px-4 py-2 font-medium text-compensating">
          <WifiOff className="size-4 shrink-0" aria-hidden />
          You are offline. What you see may be old; nothing you typed is lost.
        </p>
      )}
    </div>
  );
}
