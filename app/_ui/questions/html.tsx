interface Props {
  html: string;
  id?: string;
  className?: string;
}

/** Our own markdown, rendered on the server. A `span` without a class, so that it may stand in a label. */
export function Html({ html, id, className }: Props) {
  const Tag = className === undefined ? 'span' : 'div';
  return (
    <Tag
      {...(id === undefined ? {} : { id })}
      {...(className === undefined ? {} : { className })}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: never a user's text
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
