import { Loading, Skeleton, RowSkeletons } from '@/components/ui/skeleton';

/** The frame of every page, before anything of it is known. */
export function ShellSkeleton() {
  return (
    <div className="flex min-h-dvh">
      <div className="hidden w-56 shrink-0 border-r bg-sunken md:block" />
      <div className="mx-auto w-full max-w-360 px-4 py-5 sm:px-6 lg:px-8 lg:py-6">
        <Loading label="Loading AutoMatrix">
          <Skeleton className="mb-6 h-7 w-40" />
        </Loading>
        <div className="rounded-lg border bg-surface">
          <RowSkeletons rows={8} />
        </div>
      </div>
    </div>
  );
}
