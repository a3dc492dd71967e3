// Observers and fake quantizations before they are made: a class, or a class with some of its arguments, which a QConfig
// holds and `prepare` makes one of for every layer.
import type { Module } from '../nn/module.ts';

type Options = Readonly<Record<string, unknown>>;
/** A class whose constructor takes named arguments. */
export type ModuleClass<M extends Module = Module> = new (options: never) => M;

/** Makes a module: `with_args` of an observer's class, or of another factory. Calling it makes one. */
export interface Factory<M extends Module = Module> {
  (options?: Options): M;
  /** @internal */
  readonly made: ModuleClass<M>;
  /** The arguments it fills in. */
  readonly keywords: Options;
  /** The same with more arguments, or other ones. */
  with_args(options: Options): Factory<M>;
}
/** What a QConfig takes: a class, a factory, or any function that makes one. */
export type ObserverMaker<M extends Module = Module> = ModuleClass<M> | Factory<M> | (() => M);

export function withArguments<M extends Module>(made: ModuleClass<M>, keywords: Options): Factory<M> {
  const make = (options: Options = {}): M => Reflect.construct(made, [{ ...keywords, ...options }]);
  return Object.assign(make, {
    made,
    keywords,
    with_args: (options: Options) => withArguments(made, { ...keywords, ...options }),
    toString: () =>
      `${made.name}(${Object.entries(keywords)
        .map(([k, v]) => `${k}=${String(v)}`)
        .join(', ')})`,
  });
}

/** Only classes and old-style functions can be constructed. */
const isClass = (maker: ObserverMaker): maker is ModuleClass => 'prototype' in maker && maker.prototype !== undefined;
/** One of what a QConfig names. */
export function makeOne(maker: ObserverMaker, options: Options = {}): Module {
  return isClass(maker) ? Reflect.construct(maker, Object.keys(options).length ? [options] : []) : maker(options);
}
