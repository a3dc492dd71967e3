'use client';
import './no-eval.ts';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { useOnline } from '#app/_ui/workspace/use-online.ts';

/** A way that takes less time is not worth a word. */
const silentMs = 400;

/** The page that a click leads to, where it is another one of ours and opens here. */
function destinationOf(event: MouseEvent): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.target === '_blank' || link.hasAttribute('download')) return null;
  const to = new URL(link.href, location.href);
  const isHere = to.pathname === location.pathname && to.search === location.search;
  return to.origin !== location.origin || isHere ? null : to;
}

/**
 * Between two pages: says that the next one is on its way, and without a network that it cannot come, instead of
 * leaving for the browser's own page of errors. The panes of a workspace have words of their own about the network.
 */
export function Passage() {
  const { language, messages } = useLanguage();
  const online = useOnline();
  const here = `${usePathname()}?${useSearchParams()}`;
  const [way, setWay] = useState<{ readonly from: string; readonly kind: 'slow' | 'refused' } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent) => {
      if (destinationOf(event) === null) return;
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopPropagation();
        return setWay({ from: here, kind: 'refused' });
      }
      clearTimeout(timer);
      timer = setTimeout(() => setWay({ from: here, kind: 'slow' }), silentMs);
    };
    addEventListener('click', onClick, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('click', onClick, true);
    };
  }, [here]);
  const kind = way?.from === here ? way.kind : null;
  const isBench = new RegExp(`^/${language}/(play|challenges/)`).test(here);
  const saysOffline = !online && (!isBench || kind === 'refused');
  return (
    <p className="passage" role="status">
      {saysOffline ? messages.site.offline : online && kind === 'slow' ? messages.problems.loading : ''}
    </p>
  );
}
