import { useEffect, useRef, useState } from 'react';
import { EditorView } from '@codemirror/view';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { read, textOf } from '@/features/editor/model/definition-text';
import { replace } from '@/features/editor/model/edits';
import type { EditAction } from '@/features/editor/model/editor-state';
import { sameJson } from '@/features/editor/model/same';
import type { Definition } from '@/features/editor/model/steps';
import { jsonExtensions } from '@/features/editor/source/code-editor';

interface JsonViewProps {
  definition: Definition;
  readOnly: boolean;
  run: (action: EditAction) => void;
  onClose: () => void;
}

/** The definition as text beside the canvas; what is written there is drawn as soon as it can be read. */
export default function JsonView({ definition, readOnly, run, onClose }: JsonViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const change = useRef<(text: string) => void>(() => undefined);
  const start = useRef(definition);

  useEffect(() => {
    change.current = (text) => {
      const result = read(text);
      setFault('fault' in result ? result.fault : null);
      if ('definition' in result && !sameJson(result.definition, definition))
        run(replace(result.definition, 'Edit the JSON', 'json'));
    };
  }, [definition, run]);

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      doc: textOf(start.current),
      extensions: jsonExtensions(readOnly, (text) => change.current(text)),
      parent: host.current,
    });
    view.current = editor;
    return () => editor.destroy();
  }, [readOnly]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.hasFocus) return;
    const text = textOf(definition);
    if (editor.state.doc.toString() !== text)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [definition]);

  return (
    <section
      aria-label="JSON"
      className="absolute inset-y-0 left-0 z-20 flex w-full max-w-lg flex-col border-r bg-surface lg:static lg:w-100 lg:shrink-0"
    >
      <header className="flex items-center gap-1 border-b py-1 pr-1 pl-3">
        <h2 className="flex-1 font-semibold">JSON</h2>
        <Button variant="quiet" size="icon" aria-label="Close the JSON" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <div ref={host} className="min-h-0 flex-1 overflow-hidden" />
      <p
        role="status"
        className={`border-t px-3 py-1.5 text-sm ${fault === null ? 'text-ink-faint' : 'text-failed'}`}
      >
        {fault ?? 'What can be read is drawn at once.'}
      </p>
    </section>
  );
}
