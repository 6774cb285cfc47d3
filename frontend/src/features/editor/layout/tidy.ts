import type { ElkNode } from 'elkjs/lib/elk-api';
import { waysIn } from '@/features/editor/model/catalogue';
import { replace } from '@/features/editor/model/edits';
import { definitionOf, type EditAction, type EditorState } from '@/features/editor/model/editor-state';
import { elkGraphOf, withElkPlaces } from '@/features/editor/model/elk-graph';
import { boxesOf } from '@/features/editor/model/geometry';
import { handlesOf } from '@/features/editor/model/handles';
import { actionOf } from '@/features/editor/model/actions';

interface Answer {
  id: number;
  laid: ElkNode | null;
}

let worker: Worker | null = null;
let asked = 0;

/** Asks ELK, which is loaded and runs in a worker, for places with few crossings; without it the simple layout serves. */
export async function tidy(state: EditorState): Promise<EditAction> {
  const definition = definitionOf(state);
  const ways = (node: (typeof definition.nodes)[number]) =>
    handlesOf(node, state.catalogue.get(node.type)).map((handle) => handle.id);
  const graph = elkGraphOf(definition, boxesOf(definition, waysIn(state.catalogue)), ways);
  const laid = await layOut(graph);
  return laid === null ? actionOf('tidy') : replace(withElkPlaces(definition, laid), 'Tidy up');
}

function layOut(graph: ElkNode): Promise<ElkNode | null> {
  if (typeof Worker === 'undefined') return Promise.resolve(null);
  worker ??= new Worker(new URL('./elk.worker.ts', import.meta.url), { type: 'module' });
  const mine = worker;
  asked += 1;
  const id = asked;
  return new Promise((resolve) => {
    const answer = ({ data }: MessageEvent<Answer>) => {
      if (data.id === id) finish(data.laid);
    };
    const fail = () => finish(null);
    function finish(laid: ElkNode | null) {
      mine.removeEventListener('message', answer);
      mine.removeEventListener('error', fail);
      resolve(laid);
    }
    mine.addEventListener('message', answer);
    mine.addEventListener('error', fail);
    mine.postMessage({ id, graph });
  });
}
