// Monaco with TypeScript alone, its workers served from this origin. Loaded only in the browser, only by editor-host.
import { editor, KeyCode, KeyMod, languages, MarkerSeverity, Uri } from 'monaco-editor/editor';
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/typescript/register';
import {
  getTypeScriptWorker,
  ModuleKind,
  ModuleResolutionKind,
  type ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';

globalThis.MonacoEnvironment = {
  // The literal `new Worker(new URL(…))` has to stay inline for the bundler to see it.
  getWorker: (_id: string, label: string) =>
    label === 'typescript'
      ? new Worker(new URL('./ts.worker.ts', import.meta.url), { type: 'module', name: label })
      : new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module', name: label }),
};

/** What a submission finds besides `torch`: the language itself and a console. */
const globals = `
declare const console: {
  /** Printed beside the test's result; tensors as PyTorch prints them. */
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};
`;

/** The compiler that comes with Monaco knows it, the list of names does not. */
const es2022 = 9 as ScriptTarget;

/** The types that the program sees; `more` declares what only some pages give it. */
export function configureTypescript(typings: string, more: string): void {
  typescriptDefaults.setCompilerOptions({
    target: es2022,
    // What the worker of a browser runs is made of this, see compile.ts; it is what a submission becomes on the server, too.
    module: ModuleKind.CommonJS,
    moduleResolution: ModuleResolutionKind.NodeJs,
    esModuleInterop: true,
    sourceMap: true,
    // As on the server: `toSorted`, and `using _ = torch.no_grad()`.
    lib: ['es2023', 'esnext.disposable'],
    strict: true,
    allowNonTsExtensions: true,
  });
  typescriptDefaults.setExtraLibs([
    { content: typings, filePath: 'file:///node_modules/torch/index.d.ts' },
    { content: globals + more, filePath: 'file:///globals.d.ts' },
  ]);
  typescriptDefaults.setEagerModelSync(true);
}

export { editor, getTypeScriptWorker, KeyCode, KeyMod, languages, MarkerSeverity, Uri };
