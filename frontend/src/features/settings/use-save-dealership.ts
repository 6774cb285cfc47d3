import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { settingsApi } from '@/lib/api/settings';
import { messageOf } from '@/lib/http/problem';
import { settingsQueries } from '@/lib/settings-queries';
import type { DealershipSettings } from '@/lib/settings-types';

interface Change {
  part: Partial<DealershipSettings>;
  /** What is told when it is done. */
  said: string;
  /** How to put it back. */
  undo?: Partial<DealershipSettings>;
}

/** Saves a part of the dealership's settings, with a way back. */
export function useSaveDealership() {
  const queryClient = useQueryClient();
  const keep = (settings: DealershipSettings) =>
    queryClient.setQueryData(settingsQueries.dealership().queryKey, settings);

  async function putBack(part: Partial<DealershipSettings>) {
    try {
      keep(await settingsApi.changeDealership(part));
      toast.success('It is as it was before.');
    } catch (error) {
      toast.error(messageOf(error));
    }
  }

  return useMutation({
    mutationFn: ({ part }: Change) => settingsApi.changeDealership(part),
    onSuccess: (settings, { said, undo }) => {
      keep(settings);
      toast.success(
        said,
        undo === undefined ? {} : { action: { label: 'Undo', onClick: () => void putBack(undo) } },
      );
    },
  });
}
