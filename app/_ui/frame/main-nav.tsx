'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useLanguage } from '#app/_i18n/language-context.tsx';
import { homeGlyph, listGlyph, playGlyph, progressGlyph } from '#app/_ui/glyphs.tsx';

export function MainNav() {
  const { language, messages } = useLanguage();
  const path = usePathname();
  const places = [
    { href: `/${language}`, name: messages.site.home, glyph: homeGlyph, here: path === `/${language}` },
    {
      href: `/${language}/challenges`,
      name: messages.site.challenges,
      glyph: listGlyph,
      here: path.startsWith(`/${language}/challenges`) || path.startsWith(`/${language}/questions`),
    },
    {
      href: `/${language}/progress`,
      name: messages.site.progress,
      glyph: progressGlyph,
      here: path === `/${language}/progress`,
    },
    { href: `/${language}/play`, name: messages.site.play, glyph: playGlyph, here: path === `/${language}/play` },
  ];
  return (
    <nav aria-label={messages.site.main}>
      <ul>
        {places.map(({ href, name, glyph, here }) => (
          <li key={href}>
            <Link href={href} aria-current={here ? 'page' : undefined}>
              {glyph}
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
