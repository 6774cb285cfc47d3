import { HtmlFrame } from '@/components/ui/html-frame';
import { Card } from '@/components/ui/page';
import type { Message } from '@/lib/api-types';

export function MessageBody({ message }: { message: Message }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      {message.html && (
        <Card>
          <h2 className="border-b px-4 py-2.5 font-semibold">As it looks</h2>
          <HtmlFrame title="The e-mail as it looks" html={message.html} />
        </Card>
      )}
      <Card>
        <h2 className="border-b px-4 py-2.5 font-semibold">Text</h2>
        <p className="p-4 wrap-anywhere whitespace-pre-wrap">{message.text}</p>
      </Card>
    </div>
  );
}
