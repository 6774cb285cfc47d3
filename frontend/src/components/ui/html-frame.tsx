/** Nothing of a message may run, load or call home in the page of whoever looks at it. */
const POLICY =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">';

/** Somebody's HTML, shut in. */
export function HtmlFrame({ title, html }: { title: string; html: string }) {
  return <iframe title={title} sandbox="" srcDoc={POLICY + html} className="bg-white h-96 w-full" />;
}
