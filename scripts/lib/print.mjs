const started = performance.now()

/** One progress line with the seconds since the start, on standard error so that piped output stays clean. */
export const progress = (message) => {
  process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${message}\n`)
}

/** One line that says what is wrong and what to do, then the end. Exit code 1 is a failure, 2 wrong use. */
export const stop = (message, code = 1) => {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
