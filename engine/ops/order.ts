// The orders that C++ leaves open: which of equal elements comes first after std::sort, std::nth_element or
// std::partial_sort, and how std::unordered_set walks its elements. PyTorch on the CPU shows them in the indices of topk,
// kthvalue and mode and in unique(sorted: false); these are libstdc++'s algorithms, so that ours agree.

export type Less<T> = (a: T, b: T) => boolean;

function swap<T>(list: T[], i: number, j: number): void {
  const kept = list[i]!;
  list[i] = list[j]!;
  list[j] = kept;
}
const depthOf = (n: number): number => 2 * (31 - Math.clz32(n));

function insertLinear<T>(list: T[], at: number, less: Less<T>): void {
  const value = list[at]!;
  let i = at;
  for (; less(value, list[i - 1]!); i--) list[i] = list[i - 1]!;
  list[i] = value;
}
function insertionSort<T>(list: T[], first: number, last: number, less: Less<T>): void {
  for (let i = first + 1; i < last; i++) {
    if (less(list[i]!, list[first]!)) {
      const value = list[i]!;
      list.copyWithin(first + 1, first, i);
      list[first] = value;
    } else insertLinear(list, i, less);
  }
}
/** Partitions around the median of three; where the upper part starts. */
function partition<T>(list: T[], first: number, last: number, less: Less<T>): number {
  const [a, b, c] = [first + 1, first + ((last - first) >> 1), last - 1];
  const [x, y, z] = [list[a]!, list[b]!, list[c]!];
  const median = less(x, y) ? (less(y, z) ? b : less(x, z) ? c : a) : less(x, z) ? a : less(y, z) ? c : b;
  swap(list, first, median);
  const pivot = list[first]!;
  let low = first + 1;
  let high = last;
  for (;;) {
    while (less(list[low]!, pivot)) low++;
    high--;
    while (less(pivot, list[high]!)) high--;
    if (low >= high) return low;
    swap(list, low, high);
    low++;
  }
}
function adjustHeap<T>(list: T[], first: number, start: number, n: number, value: T, less: Less<T>): void {
  let hole = start;
  let child = start;
  while (child < (n - 1) >> 1) {
    child = 2 * (child + 1);
    if (less(list[first + child]!, list[first + child - 1]!)) child--;
    list[first + hole] = list[first + child]!;
    hole = child;
  }
  if ((n & 1) === 0 && child === (n - 2) >> 1) {
    child = 2 * (child + 1);
    list[first + hole] = list[first + child - 1]!;
    hole = child - 1;
  }
  for (let parent = (hole - 1) >> 1; hole > start && less(list[first + parent]!, value); parent = (hole - 1) >> 1) {
    list[first + hole] = list[first + parent]!;
    hole = parent;
  }
  list[first + hole] = value;
}
function popHeap<T>(list: T[], first: number, last: number, result: number, less: Less<T>): void {
  const value = list[result]!;
  list[result] = list[first]!;
  adjustHeap(list, first, 0, last - first, value, less);
}
function heapSelect<T>(list: T[], first: number, middle: number, last: number, less: Less<T>): void {
  const n = middle - first;
  for (let parent = (n - 2) >> 1; n > 1 && parent >= 0; parent--)
    adjustHeap(list, first, parent, n, list[first + parent]!, less);
  for (let i = middle; i < last; i++) if (less(list[i]!, list[first]!)) popHeap(list, first, middle, i, less);
}
/** The least `middle - first` elements, sorted, to the front. */
export function partialSort<T>(list: T[], first: number, middle: number, last: number, less: Less<T>): void {
  heapSelect(list, first, middle, last, less);
  for (let end = middle; end - first > 1; ) popHeap(list, first, --end, end, less);
}
/** What belongs at `nth` in sorted order to that place, smaller ones before it. */
export function nthElement<T>(list: T[], start: number, nth: number, end: number, less: Less<T>): void {
  if (start === end || nth === end) return;
  let [first, last] = [start, end];
  for (let depth = depthOf(last - first); last - first > 3; depth--) {
    if (depth === 0) {
      heapSelect(list, first, nth + 1, last, less);
      swap(list, first, nth);
      return;
    }
    const cut = partition(list, first, last, less);
    if (cut <= nth) first = cut;
    else last = cut;
  }
  insertionSort(list, first, last, less);
}
/** std::sort, which is not stable. */
export function introSort<T>(list: T[], start: number, end: number, less: Less<T>): void {
  if (start === end) return;
  const loop = (first: number, last: number, depth: number): void => {
    for (let to = last, left = depth; to - first > 16; left--) {
      if (left === 0) return partialSort(list, first, to, to, less);
      const cut = partition(list, first, to, less);
      loop(cut, to, left - 1);
      to = cut;
    }
  };
  loop(start, end, depthOf(end - start));
  insertionSort(list, start, Math.min(end, start + 16), less);
  for (let i = start + 16; i < end; i++) insertLinear(list, i, less);
}

/** Hoare's selection as PyTorch's kthvalue does it: `values[k]` becomes the k-th in order, `indices` move along. */
export function quickSelect(values: number[], indices: number[], k: number, greater: Less<number>): void {
  const exchange = (i: number, j: number): void => {
    swap(values, i, j);
    swap(indices, i, j);
  };
  let [left, right] = [0, values.length - 1];
  while (right > left) {
    if (right === left + 1) {
      if (greater(values[left]!, values[right]!)) exchange(left, right);
      return;
    }
    exchange(left + ((right - left) >> 1), left + 1);
    if (greater(values[left + 1]!, values[right]!)) exchange(left + 1, right);
    if (greater(values[left]!, values[right]!)) exchange(left, right);
    if (greater(values[left + 1]!, values[left]!)) exchange(left + 1, left);
    let [i, j] = [left + 1, right];
    const pivot = values[left]!;
    for (;;) {
      do i++;
      while (greater(pivot, values[i]!));
      do j--;
      while (greater(values[j]!, pivot));
      if (j < i) break;
      exchange(i, j);
    }
    exchange(left, j);
    if (j <= k) left = i;
    if (j >= k) right = j - 1;
  }
}

const word = new DataView(new ArrayBuffer(8));
const mul = 0xc6a4a7935bd1e995n;
const mask = (1n << 64n) - 1n;
/** std::hash: whole numbers are their own, floats the Murmur hash of their bytes. */
function hashOf(value: number, bytes: 0 | 4 | 8): bigint {
  if (bytes === 0) return BigInt(value) & mask;
  if (value === 0) return 0n;
  if (bytes === 4) word.setFloat32(0, value);
  else word.setFloat64(0, value);
  let hash = 0xc70f6907n ^ ((BigInt(bytes) * mul) & mask);
  if (bytes === 4) hash = ((hash ^ BigInt(word.getUint32(0))) * mul) & mask;
  else {
    const mixed = (word.getBigUint64(0) * mul) & mask;
    hash = ((hash ^ (((mixed ^ (mixed >> 47n)) * mul) & mask)) * mul) & mask;
  }
  hash = ((hash ^ (hash >> 47n)) * mul) & mask;
  return hash ^ (hash >> 47n);
}
/** How many buckets the table has as it grows. */
const bucketCounts = [13, 29, 59, 127, 257, 541, 1109, 2357, 5087, 10273, 20753, 42043, 85229, 172933];

/** A hash table's elements as one list; a bucket's stand together. */
class BucketList {
  readonly #nodes: { readonly value: number; next: number }[] = [];
  /** A bucket's first element follows this one; −1 is the list's head. */
  readonly #before = new Map<bigint, number>();
  readonly #buckets: bigint;
  readonly #bytes: 0 | 4 | 8;
  #head = -1;

  constructor(buckets: number, bytes: 0 | 4 | 8) {
    this.#buckets = BigInt(buckets);
    this.#bytes = bytes;
  }
  insert(value: number): void {
    const nodes = this.#nodes;
    const bucket = this.#bucketOf(value);
    const previous = this.#before.get(bucket);
    const added = nodes.length;
    if (previous === undefined) {
      nodes.push({ value, next: this.#head });
      if (this.#head >= 0) this.#before.set(this.#bucketOf(nodes[this.#head]!.value), added);
      this.#head = added;
      this.#before.set(bucket, -1);
    } else if (previous < 0) {
      nodes.push({ value, next: this.#head });
      this.#head = added;
    } else {
      nodes.push({ value, next: nodes[previous]!.next });
      nodes[previous]!.next = added;
    }
  }
  *[Symbol.iterator](): Generator<number> {
    for (let node = this.#head; node >= 0; node = this.#nodes[node]!.next) yield this.#nodes[node]!.value;
  }
  #bucketOf(value: number): bigint {
    return hashOf(value, this.#bytes) % this.#buckets;
  }
}
/**
 * Different values in the order in which an std::unordered_set walks that took them one by one. `bytes` is the size of a
 * float, 0 for integers. From 172933 values on the table no longer grows: nobody reads that order.
 */
export function hashOrder(values: ArrayLike<number>, bytes: 0 | 4 | 8): number[] {
  const seen = new Set<number>();
  let size = 0;
  let step = 0;
  let list = new BucketList(bucketCounts[0]!, bytes);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === value && seen.has(value)) continue;
    seen.add(value);
    if (size === bucketCounts[step] && step < bucketCounts.length - 1) {
      const grown = new BucketList(bucketCounts[++step]!, bytes);
      for (const old of list) grown.insert(old);
      list = grown;
    }
    list.insert(value);
    size++;
  }
  return [...list];
}
