// How an engine in an isolate learns that a tensor on the GPU is garbage: no finalizer runs there before its call is over, and a WeakRef
// shown once keeps what it showed until then. So each buffer holds a token, a handle on an object of ours: when V8 frees the token, our
// object becomes garbage too, and here that can be seen at any time.
import { setFlagsFromString } from 'node:v8';
import vm from 'node:vm';
import type IVM from 'isolated-vm';

/** Contexts made after this have `gc`, which the agent takes away before anything else is run in them. */
export const exposeCollector = (): void => setFlagsFromString('--expose-gc');

/** For one context: with a count, so many tokens; with 0, the numbers of the tokens that are gone, counted from 1. */
export function garbageWatch(ivm: typeof IVM): (count: number) => unknown {
  const collect = vm.runInNewContext('gc') as () => void; // the function that the flag brings
  // Its microtasks end with its script, and with them V8's promise to keep what a WeakRef has shown.
  const context = vm.createContext({}, { microtaskMode: 'afterEvaluate' });
  const nothing = new vm.Script('0');
  const held = new Map<number, WeakRef<object>>();
  let made = 0;
  /** Given out last: once they are over there, ours hold the objects for nothing. */
  let given: IVM.Reference<object>[] = [];
  return (count) => {
    for (const reference of given) reference.release();
    given = [];
    if (count > 0) {
      given = Array.from({ length: Math.min(count, 4096) }, () => {
        const object = {};
        held.set(++made, new WeakRef(object));
        return new ivm.Reference(object);
      });
      return given;
    }
    nothing.runInContext(context);
    collect();
    const gone: number[] = [];
    for (const [number, object] of held) if (object.deref() === undefined) gone.push(number);
    for (const number of gone) held.delete(number);
    return Uint32Array.from(gone);
  };
}
