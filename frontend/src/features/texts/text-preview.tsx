import { useState } from 'react';
import { filledIn, filledInHtml } from '@/features/texts/model/placeholders';
import { HtmlFrame } from '@/components/ui/html-frame';
import { Input } from '@/components/ui/controls';
import { Field } from '@/components/ui/field';
import { Card } from '@/components/ui/page';

interface TextPreviewProps {
  subject: string;
  text: string;
  html: string;
  names: string[];
}

/** What a customer would get, with values to try. */
export function TextPreview({ subject, text, html, names }: TextPreviewProps) {
  const [values, setValues] = useState<Record<string, string>>({});
  return (
    <div className="flex flex-col gap-4">
      {names.length > 0 && (
        <Card>
          <h2 className="border-b px-4 py-2.5 font-semibold">Values to try</h2>
          <div className="grid grid-cols-1 gap-3 p-4 sm:grid-cols-2">
            {names.map((name) => (
              <Field key={name} label={name}>
                {(ids) => (
                  <Input
                    {...ids}
                    value={values[name] ?? ''}
                    onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </div>
        </Card>
      )}
      <Card>
        <h2 className="border-b px-4 py-2.5 font-semibold wrap-anywhere">
          {filledIn(subject, values) || 'Without a subject'}
        </h2>
        <p className="p-4 wrap-anywhere whitespace-pre-wrap">
          {filledIn(text, values) || <span className="text-ink-faint">Nothing is written yet.</span>}
        </p>
      </Card>
      {html.trim() !== '' && (
        <Card>
          <h2 className="border-b px-4 py-2.5 font-semibold">As an e-mail looks</h2>
          <HtmlFrame title="The e-mail as it looks" html={filledInHtml(html, values)} />
        </Card>
      )}
    </div>
  );
}
