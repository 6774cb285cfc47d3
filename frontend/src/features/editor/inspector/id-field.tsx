import { useState } from 'react';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { idProblem } from '@/features/editor/inspector/model/edit';
import type { TabProps } from '@/features/editor/inspector/tab-props';

/** What expressions call the step; they are changed with it. */
export function IdField({ definition, node, readOnly, onRename }: TabProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed === null ? null : idProblem(definition, node.id, typed);

  function leave() {
    if (typed !== null && wrong === null && typed !== node.id) onRename(node.id, typed);
    setTyped(null);
  }

  return (
    <Field label="Id" error={wrong} hint="What expressions call it.">
      {(ids) => (
        <Input
          {...ids}
          className="font-mono text-sm"
          value={typed ?? node.id}
          readOnly={readOnly}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
            if (event.key === 'Escape') setTyped(null);
          }}
        />
      )}
    </Field>
  );
}
