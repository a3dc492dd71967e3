import type { MetadataRoute } from 'next';
import { originOfRequest } from '#app/_server/origin.ts';

export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: '*', disallow: ['/api/', '/engine/', '/metrics'] },
    sitemap: new URL('/sitemap.xml', await originOfRequest()).href,
  };
}
