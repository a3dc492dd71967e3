// A program for Linux on x86_64, written byte by byte: makes the system calls it is given, one after the other, writes what the kernel
// answered to each on stdout and ends. What an attacker who has left Node can do, without a compiler.

const base = 0x400000;
const headerBytes = 64 + 56;
const entryBytes = 56;

export type Call = readonly [number: number, ...args: readonly bigint[]];

/** The whole file; `before` runs first. */
export function program(calls: readonly Call[], before: readonly number[] = []): Uint8Array {
  const table = new DataView(new ArrayBuffer((calls.length + 1) * entryBytes));
  for (const [i, [number, ...args]] of calls.entries())
    for (const [j, value] of [BigInt(number), ...args].entries())
      table.setBigInt64(i * entryBytes + j * 8, BigInt.asIntN(64, value), true);
  table.setBigInt64(calls.length * entryBytes, -1n, true);

  const code: number[] = [...before];
  /** lea with its address relative to what follows, filled in when the length of the code is known. */
  const toTable: number[] = [];
  const lea = (...bytes: number[]): void => {
    code.push(...bytes, 0, 0, 0, 0);
    toTable.push(code.length);
  };
  lea(0x48, 0x8d, 0x1d); // lea rbx, [table]
  const loop = code.length;
  code.push(0x48, 0x8b, 0x03); // mov rax, [rbx]
  code.push(0x48, 0x83, 0xf8, 0xff); // cmp rax, -1
  code.push(0x74, 35); // je done
  code.push(0x48, 0x8b, 0x7b, 8, 0x48, 0x8b, 0x73, 16, 0x48, 0x8b, 0x53, 24); // mov rdi, rsi, rdx
  code.push(0x4c, 0x8b, 0x53, 32, 0x4c, 0x8b, 0x43, 40, 0x4c, 0x8b, 0x4b, 48); // mov r10, r8, r9
  code.push(0x0f, 0x05); // syscall
  code.push(0x48, 0x89, 0x03); // mov [rbx], rax
  code.push(0x48, 0x83, 0xc3, entryBytes); // add rbx, 56
  code.push(0xeb, (loop - (code.length + 2)) & 0xff); // jmp loop
  code.push(0xb8, 1, 0, 0, 0, 0xbf, 1, 0, 0, 0); // done: mov eax, write; mov edi, 1
  lea(0x48, 0x8d, 0x35); // lea rsi, [table]
  code.push(0xba, ...little(calls.length * entryBytes)); // mov edx, length
  code.push(0x0f, 0x05, 0xb8, 231, 0, 0, 0, 0x31, 0xff, 0x0f, 0x05); // syscall; exit_group(0)
  for (const end of toTable) code.splice(end - 4, 4, ...little(code.length - end));

  const size = headerBytes + code.length + table.byteLength;
  const header = new DataView(new ArrayBuffer(headerBytes));
  for (const [i, byte] of [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1].entries()) header.setUint8(i, byte);
  header.setUint16(16, 2, true); // ET_EXEC
  header.setUint16(18, 62, true); // EM_X86_64
  header.setUint32(20, 1, true);
  header.setBigUint64(24, BigInt(base + headerBytes), true); // entry
  header.setBigUint64(32, 64n, true); // program headers
  header.setUint16(52, 64, true);
  header.setUint16(54, 56, true);
  header.setUint16(56, 1, true);
  header.setUint32(64, 1, true); // PT_LOAD
  header.setUint32(68, 7, true); // read, write, execute
  header.setBigUint64(80, BigInt(base), true);
  header.setBigUint64(88, BigInt(base), true);
  header.setBigUint64(96, BigInt(size), true);
  header.setBigUint64(104, BigInt(size), true);
  header.setBigUint64(112, 4096n, true);
  return Buffer.concat([new Uint8Array(header.buffer), Uint8Array.from(code), new Uint8Array(table.buffer)]);
}

/** What the kernel answered, by call; a negative number is an error's. */
export function answers(output: Uint8Array): number[] {
  const view = new DataView(output.buffer, output.byteOffset, output.byteLength);
  return Array.from({ length: output.length / entryBytes }, (_, i) => Number(view.getBigInt64(i * entryBytes, true)));
}

const little = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >> shift) & 0xff);
