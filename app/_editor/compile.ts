// TypeScript of the editor to the script that a worker of this browser evaluates: what sandbox/compile does on the server, done by the
// compiler that the editor has anyway.
import type { Compiled } from '#sandbox/compile/compile.ts';
import type { SourceProblem } from '#sandbox/result.ts';
import { type editor, getTypeScriptWorker } from './monaco.ts';

type Model = NonNullable<ReturnType<(typeof editor)['getModels']>[number]>;

/** Of TypeScript: a module that is not there, and await outside of functions. Both keep a program from running; a wrong type does not. */
const blocking = new Set([2307, 1378]);
const problemsMax = 10;

export async function compileModel(model: Model): Promise<Compiled> {
  const worker = await (await getTypeScriptWorker())(model.uri);
  const file = model.uri.toString();
  const [syntactic, semantic] = await Promise.all([
    worker.getSyntacticDiagnostics(file),
    worker.getSemanticDiagnostics(file),
  ]);
  const found = [...syntactic, ...semantic.filter(({ code }) => blocking.has(code))];
  if (found.length > 0) return { ok: false, problems: found.slice(0, problemsMax).map((one) => problemOf(model, one)) };
  const { outputFiles } = await worker.getEmitOutput(file);
  const [map = '', code = ''] = ['.map', '.js'].map((end) => outputFiles.find(({ name }) => name.endsWith(end))?.text);
  return { ok: true, code, map };
}

type Diagnostic = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getTypeScriptWorker>>>>['getSyntacticDiagnostics']>
>[number];

function problemOf(model: Model, { code, messageText, start, length }: Diagnostic): SourceProblem {
  const at = start === undefined ? null : model.getPositionAt(start);
  const said = typeof messageText === 'string' ? messageText : messageText.messageText;
  const named = start === undefined ? '' : model.getValue().slice(start + 1, start + (length ?? 2) - 1);
  return {
    message: code === 2307 ? `Only 'torch' can be imported, not '${named.slice(0, 100)}'.` : said,
    line: at?.lineNumber ?? null,
    column: at?.column ?? null,
  };
}
