/** The Mersenne twister of 32 bits, with the bookkeeping fields that PyTorch writes into a generator's state. */
export class Mt19937 {
  readonly words = new Uint32Array(624);
  /** Draws until the next block of 624 is made, plus one. */
  left = 1;
  /** Position of the next draw in the block. */
  next = 0;
  seeded = 1;
  seed: bigint;

  constructor(seed: bigint) {
    this.seed = BigInt.asUintN(64, seed);
    const { words } = this;
    words[0] = Number(this.seed & 0xffffffffn);
    for (let i = 1, last = words[0] ?? 0; i < 624; i++) {
      last = words[i] = (Math.imul(1812433253, last ^ (last >>> 30)) + i) >>> 0;
    }
  }

  /** An unsigned integer of 32 bits. */
  draw(): number {
    if (--this.left === 0) this.#refill();
    let y = this.words[this.next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  #refill(): void {
    const w = this.words;
    this.left = 624;
    this.next = 0;
    for (let i = 0; i < 624; i++) {
      const following = w[i === 623 ? 0 : i + 1] as number;
      const joined = ((w[i] as number) & 0x80000000) | (following & 0x7fffffff);
      const twisted = (joined >>> 1) ^ (following & 1 ? 0x9908b0df : 0);
      w[i] = (w[i < 227 ? i + 397 : i - 227] as number) ^ twisted;
    }
  }
}
