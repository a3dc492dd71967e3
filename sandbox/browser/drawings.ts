// Pictures for a page: the autograd graph of the last scalar, and what the program asks for by two helpers that only exist here.
import { graphOf } from '#challenges/authoring/graph.ts';
import type { Graph } from '#challenges/authoring/evidence.ts';
import { Tensor } from '#engine/index.ts';
import { intercept } from '#engine/operator.ts';
import { curvePointsMax, curvesMax, graphsMax } from './limits.ts';
import type { FromWorker } from './messages.ts';

interface Named {
  readonly params?: Iterable<readonly [string, Tensor]> | Readonly<Record<string, Tensor>>;
}

export class Drawings {
  readonly #tell: (message: FromWorker) => void;
  #graphs = 0;
  #curves = 0;
  #last: Tensor | null = null;
  /** Names of leaves that some drawing was told: the last graph knows them too. */
  readonly #names = new Map<Tensor, string>();

  constructor(tell: (message: FromWorker) => void) {
    this.#tell = tell;
  }

  /** Makes the helpers global, before the realm is closed. */
  offer(): void {
    const helpers = {
      make_dot: (result: unknown, options: Named = {}) => this.#drawGraph(result, options),
      plot: (values: unknown, label: unknown = '') => this.#drawCurve(values, label),
    };
    for (const [name, value] of Object.entries(helpers))
      Object.defineProperty(globalThis, name, { value, writable: false, configurable: false, enumerable: false });
  }

  /** From here on the last scalar with a history is remembered. */
  watch(): void {
    intercept('watch', (_op, args, go) => {
      const result = go(args);
      if (result instanceof Tensor && result.dim() === 0 && result.requires_grad) this.#last = result;
      return result;
    });
  }
  last(): Graph | null {
    intercept('watch', null);
    const graph = this.#last === null ? null : this.#graph(this.#last);
    return graph === null || graph.nodes.length === 0 ? null : graph;
  }

  #graph(result: Tensor): Graph {
    return graphOf(result, (leaf) => this.#names.get(leaf) ?? leaf.name);
  }
  #drawGraph(result: unknown, { params = [] }: Named): void {
    if (!(result instanceof Tensor)) throw new TypeError('make_dot: the first argument must be a Tensor');
    if (++this.#graphs > graphsMax) throw new RangeError(`make_dot: at most ${graphsMax} graphs are drawn in one run`);
    const named = Symbol.iterator in params ? params : Object.entries(params);
    for (const [name, tensor] of named) this.#names.set(tensor, String(name));
    this.#tell({ type: 'graph', graph: this.#graph(result) });
  }
  #drawCurve(values: unknown, label: unknown): void {
    const numbers = values instanceof Tensor ? values.detach().flatten().tolist() : values;
    if (typeof numbers !== 'object' || numbers === null || !(Symbol.iterator in numbers))
      throw new TypeError('plot: the values must be a list of numbers or a Tensor');
    if (++this.#curves > curvesMax) throw new RangeError(`plot: at most ${curvesMax} curves are drawn in one run`);
    const shown: (number | null)[] = [];
    for (const value of numbers as Iterable<unknown>) {
      if (shown.length === curvePointsMax) throw new RangeError(`plot: a curve has at most ${curvePointsMax} points`);
      const number = Number(value);
      shown.push(Number.isFinite(number) ? number : null);
    }
    this.#tell({ type: 'curve', name: String(label).slice(0, 80), values: shown });
  }
}
