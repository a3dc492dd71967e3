/** The submissions that this process grades, each with the signal that ends it. */
export class Stops {
  readonly #running = new Map<string, AbortController>();

  /** Before the claim, so that a stop is heard from then on. */
  begin(submission: string): AbortSignal {
    const controller = new AbortController();
    this.#running.set(submission, controller);
    return controller.signal;
  }

  end(submission: string): void {
    this.#running.delete(submission);
  }

  /** Of a submission that is graded elsewhere, or nowhere, it does nothing. */
  stop(submission: string): void {
    this.#running.get(submission)?.abort();
  }
}
