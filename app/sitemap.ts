import type { MetadataRoute } from 'next';
import { languages, localeOf } from '#app/_i18n/languages.ts';
import { originOfRequest } from '#app/_server/origin.ts';
import { challenges } from '#challenges/index.ts';

/** What is the same for every reader: one's own progress, submissions and settings are nobody else's to find. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = await originOfRequest();
  const paths = ['', '/challenges', '/play', ...challenges.map(({ id }) => `/challenges/${id}`)];
  const at = (language: string, path: string) => new URL(`/${language}${path}`, origin).href;
  return paths.flatMap((path) =>
    languages.map((language) => ({
      url: at(language, path),
      alternates: { languages: Object.fromEntries(languages.map((one) => [localeOf[one], at(one, path)])) },
    })),
  );
}
