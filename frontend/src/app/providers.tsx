import type { ReactNode } from 'react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { Toaster } from 'sonner';
import { TooltipProvider } from '@/components/ui/tooltip';

export function Providers({ queryClient, children }: { queryClient: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={300}>{children}</TooltipProvider>
      <Toaster
        position="bottom-right"
        gap={8}
        style={{ fontFamily: 'inherit' }}
        toastOptions={{
          unstyled: true,
          classNames: {
            toast:
              'flex w-full items-center gap-2.5 rounded-lg bg-surface px-3.5 py-3 text-ink shadow-float sm:w-89',
            title: 'font-medium',
            description: 'text-sm text-ink-faint',
            success: '[&_[data-icon]]:text-completed',
            error: '[&_[data-icon]]:text-failed',
            actionButton:
              'ml-auto h-7 shrink-0 rounded-md px-2 font-medium whitespace-nowrap text-accent-ink hover:bg-hover',
          },
        }}
      />
    </QueryClientProvider>
  );
}
