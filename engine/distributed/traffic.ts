/** Collectives of one rank, by name as PyTorch calls them ('all_reduce'), the bytes it sent, and whom it sent messages to. */
export class Traffic {
  readonly calls: Record<string, number> = {};
  /** What send and isend sent, by the rank of the receiver. */
  readonly messages: Record<number, number> = {};
  bytes_sent = 0;

  count(name: string, bytes: number): void {
    const key = names[name] ?? name.toLowerCase();
    this.calls[key] = (this.calls[key] ?? 0) + 1;
    this.bytes_sent += bytes;
  }
  countMessage(to: number): void {
    this.messages[to] = (this.messages[to] ?? 0) + 1;
  }
}
const names: Readonly<Record<string, string>> = {
  ALLREDUCE: 'all_reduce',
  ALLGATHER: 'all_gather',
  REDUCE_SCATTER: 'reduce_scatter',
  ALLTOALL: 'all_to_all',
};
