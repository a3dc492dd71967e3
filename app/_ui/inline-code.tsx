/** A sentence of the judge or the catalogue: what stands between backticks is code. */
export function InlineCode({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part}</span>;
  });
}
