export interface Layout {
  shape: number[];
  strides: number[];
  offset: number;
}

export function contiguous(shape: number[]): Layout {
  throw new Error('contiguous is not written yet');
}

export function address(layout: Layout, index: number[]): number {
  throw new Error('address is not written yet');
}

export function transpose(layout: Layout, dim0: number, dim1: number): Layout {
  throw new Error('transpose is not written yet');
}

export function slice(layout: Layout, dim: number, start: number, end: number, step: number): Layout {
  throw new Error('slice is not written yet');
}

export function is_contiguous(layout: Layout): boolean {
  throw new Error('is_contiguous is not written yet');
}

export function view(layout: Layout, shape: number[]): Layout {
  throw new Error('view is not written yet');
}
