import { type Data, type DType, dtypes, fitInt32 } from '../../dtype.ts';
import { evaluate, type Expression, parseExpression } from '../../expression.ts';
import { scalarFunctions } from './scalar.ts';

/**
 * One run over n elements: writes output[o + i·os] from inputs[k][starts[k] + i·steps[k]] and the scalars.
 * Each (expression, dtypes) pair gets its own function, so that V8 sees one kind of array and inlines the arithmetic:
 * one loop shared by all expressions is about ten times slower.
 */
export type Loop = (
  n: number,
  output: Data,
  o: number,
  os: number,
  inputs: readonly Data[],
  starts: readonly number[],
  steps: readonly number[],
  scalars: readonly number[],
) => void;

export interface Compiled {
  readonly strided: Loop;
  /** All steps are 1. */
  readonly contiguous: Loop;
}

const allDtypes: readonly DType[] = Object.values(dtypes);
const helpers: Record<string, unknown> = { ...scalarFunctions };
for (const d of allDtypes) helpers[`keep_${d.name}`] = d.keep;
helpers['fit_int32'] = fitInt32;
const helperNames = Object.keys(helpers);
const helperValues = Object.values(helpers);
const directly = new Set(['abs', 'exp', 'log', 'sqrt', 'floor', 'ceil', 'trunc', 'min', 'max', 'sin', 'cos', 'tanh']);

function print(e: Expression, names: ReadonlyMap<string, string>): string {
  switch (e.kind) {
    case 'number':
      return String(e.value);
    case 'name': {
      const found = names.get(e.name);
      if (found === undefined) throw new Error(`expression names '${e.name}', which is no operand`);
      return found;
    }
    case 'call': {
      if (!(e.name in scalarFunctions)) throw new Error(`expression calls '${e.name}', which is no scalar function`);
      return `${directly.has(e.name) ? 'Math.' : ''}${e.name}(${e.args.map((a) => print(a, names)).join(',')})`;
    }
    case 'unary':
      return `(${e.operator}${print(e.operand, names)})`;
    case 'binary':
      return `(${print(e.left, names)}${e.operator}${print(e.right, names)})`;
    case 'choose':
      return `(${print(e.condition, names)}?${print(e.yes, names)}:${print(e.no, names)})`;
  }
}

/** For places whose content security policy forbids making functions from text. */
function interpreted(
  tree: Expression,
  operands: readonly string[],
  scalarNames: readonly string[],
  out: DType,
  compute: DType,
): Loop {
  return (n, output, o, os, inputs, starts, steps, scalars) => {
    const values = new Map(scalarNames.map((name, i) => [name, scalars[i] ?? 0]));
    for (let i = 0; i < n; i++) {
      operands.forEach((name, k) => values.set(name, inputs[k]?.[(starts[k] ?? 0) + i * (steps[k] ?? 0)] ?? 0));
      const value = evaluate(tree, values, scalarFunctions);
      output[o + i * os] = out.keep(
        compute.category === 2 && out.category === 1 && out.name !== 'int64' ? fitInt32(Number(value)) : value,
      );
    }
  };
}

let mayCompile = true;

function make(body: string, otherwise: () => Loop): Loop {
  if (mayCompile) {
    try {
      const maker = new Function(...helperNames, `'use strict';return (n,Z,z,zs,I,B,T,S)=>{${body}}`);
      return maker(...helperValues) as Loop; // the text above is a Loop
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      mayCompile = false;
    }
  }
  return otherwise();
}

export function compile(
  source: string,
  operands: readonly string[],
  scalarNames: readonly string[],
  inputs: readonly DType[],
  out: DType,
  compute: DType,
): Compiled {
  const tree = parseExpression(source);
  const plain = () => interpreted(tree, operands, scalarNames, out, compute);
  const head = operands.map((_, k) => `const A${k}=I[${k}];let a${k}=B[${k}];const s${k}=T[${k}];`).join('');
  const scalars = scalarNames.map((_, k) => `const S${k}=S[${k}];`).join('');
  const text = (element: (k: number) => string): string => {
    const names = new Map<string, string>();
    operands.forEach((name, k) => names.set(name, element(k)));
    scalarNames.forEach((name, k) => names.set(name, `S${k}`));
    const value = print(tree, names);
    // Only 16-bit floats, int64 and bool need more than the output array's own conversion.
    const plainStore = out.name === 'float32' || out.name === 'float64' || (out.category === 1 && out.name !== 'int64');
    const closed =
      out.name === 'int64' &&
      compute.category < 2 &&
      /^[-+*?:<>=!&|\w\s(),.]*$/.test(source) &&
      !source.includes('pow');
    if (compute.category === 2 && out.category === 1 && out.name !== 'int64') return `fit_int32(${value})`;
    return plainStore || closed ? value : `keep_${out.name}(${value})`;
  };
  const steps = operands.map((_, k) => `a${k}+=s${k};`).join('');
  void inputs;
  return {
    strided: make(
      `${head}${scalars}for(let i=0;i<n;i++){${operands.map((_, k) => `const x${k}=A${k}[a${k}];`).join('')}Z[z]=${text((k) => `x${k}`)};z+=zs;${steps}}`,
      plain,
    ),
    contiguous: make(
      `${head}${scalars}for(let i=0;i<n;i++){${operands.map((_, k) => `const x${k}=A${k}[a${k}+i];`).join('')}Z[z+i]=${text((k) => `x${k}`)};}`,
      plain,
    ),
  };
}
