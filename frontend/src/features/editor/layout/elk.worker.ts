import Elk from 'elkjs/lib/elk.bundled.js';
import type { ElkNode } from 'elkjs/lib/elk-api';

interface Asked {
  id: number;
  graph: ElkNode;
}

const elk = new Elk();

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  elk.layout(data.graph).then(
    (laid) => self.postMessage({ id: data.id, laid }),
    () => self.postMessage({ id: data.id, laid: null }),
  );
});
