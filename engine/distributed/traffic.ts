/** Collectives of one rank, by name as PyTorch calls them ('all_reduce'), and the bytes it sent. */
export class Traffic {
  readonly calls: Record<string, number> = {};
  bytes_sent = 0;

  count(name: string, bytes: number): void {
    const key = names[name] ?? name.toLowerCase();
    this.calls[key] = (this.calls[key] ?? 0) + 1;
    this.bytes_sent += bytes;
  }
}
const names: Readonly<Record<string, string>> = {
  ALLREDUCE: 'all_reduce',
  ALLGATHER: 'all_gather',
  REDUCE_SCATTER: 'reduce_scatter',
  ALLTOALL: 'all_to_all',
};
