import type { WorkerScript } from '#sandbox/browser/messages.ts';

/** Where a script of the engine's workers is, in the version that this page was built with. */
export const engineUrl = (script: WorkerScript): string =>
  `/engine/${script}?v=${process.env['GRADGYM_ENGINE_VERSION']}`;
