// Classic BPF as seccomp(2) takes it: an array of struct sock_filter, 8 bytes each, that looks at struct seccomp_data
// (u32 number, u32 architecture, u64 instruction pointer, six u64 arguments) and ends with what is to be done.

export const dataOffset = { number: 0, arch: 4, argument: (i: number): number => 16 + 8 * i } as const;

export const opcode = {
  loadWord: 0x20, // BPF_LD | BPF_W | BPF_ABS
  and: 0x54, // BPF_ALU | BPF_AND | BPF_K
  jumpEqual: 0x15, // BPF_JMP | BPF_JEQ | BPF_K
  jumpGreaterEqual: 0x35, // BPF_JMP | BPF_JGE | BPF_K
  give: 0x06, // BPF_RET | BPF_K
} as const;

export interface Instruction {
  readonly code: number;
  /** How many instructions to skip when the comparison holds, and when it does not. */
  readonly whenTrue: number;
  readonly whenFalse: number;
  readonly k: number;
}

export const action = {
  allow: 0x7fff0000,
  killProcess: 0x80000000,
  errno: (code: number): number => 0x00050000 | code,
} as const;

export const load = (offset: number): Instruction => ({ code: opcode.loadWord, whenTrue: 0, whenFalse: 0, k: offset });
export const and = (mask: number): Instruction => ({ code: opcode.and, whenTrue: 0, whenFalse: 0, k: mask });
export const give = (what: number): Instruction => ({ code: opcode.give, whenTrue: 0, whenFalse: 0, k: what });
export const ifEqual = (k: number, whenTrue: number, whenFalse: number): Instruction => ({
  code: opcode.jumpEqual,
  whenTrue,
  whenFalse,
  k,
});
export const ifAtLeast = (k: number, whenTrue: number, whenFalse: number): Instruction => ({
  code: opcode.jumpGreaterEqual,
  whenTrue,
  whenFalse,
  k,
});
/** At most 4096 instructions; jumps reach 255 further. Both are checked by the kernel too, which then refuses the filter. */
export function encode(program: readonly Instruction[]): Uint8Array {
  if (program.length > 4096) throw new RangeError(`a filter of ${program.length} instructions, at most 4096`);
  const bytes = new Uint8Array(program.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, { code, whenTrue, whenFalse, k }] of program.entries()) {
    const target = i + 1 + Math.max(whenTrue, whenFalse);
    if (Math.max(whenTrue, whenFalse) > 255 || (code !== opcode.give && target >= program.length))
      throw new RangeError(`instruction ${i} jumps to ${target} of ${program.length}`);
    view.setUint16(i * 8, code, true);
    view.setUint8(i * 8 + 2, whenTrue);
    view.setUint8(i * 8 + 3, whenFalse);
    view.setUint32(i * 8 + 4, k >>> 0, true);
  }
  return bytes;
}
