/** An error that prevents the start; its message is one line that says what to correct. */
export class StartError extends Error {
  override name = 'StartError'
  /** 1: something outside failed; 2: the system was called with an invalid value. */
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
