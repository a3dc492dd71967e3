// What a failed expectation shows. Plain data, the same shape as the judge's `sandbox/result.ts`, which may not be imported from here.

/** Shown as it is when a string (code, a name); otherwise in the reader's language. */
export type Text = string | { en: string; zh: string };

export interface TensorExcerpt {
  dtype: string;
  shape: number[];
  values: (number | boolean | 'nan' | 'inf' | '-inf')[];
  truncated: boolean;
}

export type Evidence =
  | {
      kind: 'tensor';
      label: Text;
      expected: TensorExcerpt;
      actual: TensorExcerpt;
      firstWrong: number[] | null;
      maxError: number | 'nan' | 'inf' | null;
      rtol: number;
      atol: number;
    }
  | { kind: 'value'; label: Text; expected: string; actual: string }
  | { kind: 'curve'; label: Text; xLabel: Text; expected: (number | null)[]; actual: (number | null)[] };
