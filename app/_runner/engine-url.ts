import type { EngineFile } from '#sandbox/browser/messages.ts';

/** Where a file of the engine's workers is, in the version that this page was built with. */
export const engineUrl = (file: EngineFile): string => `/engine/${file}?v=${process.env['GRADGYM_ENGINE_VERSION']}`;
