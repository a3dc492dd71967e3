// Dawn in Node asks the driver in every turn of the event loop whether what is awaited has come, which keeps a core busy for as long as the
// GPU computes: one that the processor needs itself where it plays the GPU. After some turns this makes each of them sleep a little.

const eagerTurns = 30;
const sleepMsMin = 0.02;
const sleepMsMax = 0.5;
const bell = new Int32Array(new SharedArrayBuffer(4));

/** Slows the event loop down, the longer the more, until `isOver` says so. */
export function doze(isOver: () => boolean): void {
  let turns = 0;
  const turn = (): void => {
    if (isOver()) return;
    // Those who ask at once after a short piece of work are answered at once.
    if (++turns > eagerTurns) Atomics.wait(bell, 0, 0, Math.min(sleepMsMax, (turns - eagerTurns) * sleepMsMin));
    setImmediate(turn);
  };
  setImmediate(turn);
}
