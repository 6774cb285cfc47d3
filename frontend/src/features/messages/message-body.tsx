import { Card } from '@/components/ui/page';
import type { Message } from '@/lib/api-types';

/** Nothing of a message may run, load or call home in the page of whoever looks at it. */
const POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">';

export function MessageBody({ message }: { message: Message }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      {message.html && (
        <Card>
          <h2 className="border-b px-4 py-2.5 font-semibold">As it looks</h2>
          <iframe
            title="The e-mail as it looks"
            sandbox=""
            srcDoc={POLICY + message.html}
            className="bg-white h-96 w-full"
          />
        </Card>
      )}
      <Card>
        <h2 className="border-b px-4 py-2.5 font-semibold">Text</h2>
        <p className="p-4 wrap-anywhere whitespace-pre-wrap">{message.text}</p>
      </Card>
    </div>
  );
}
