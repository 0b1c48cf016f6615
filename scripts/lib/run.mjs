import { spawn } from 'node:child_process'
import os from 'node:os'
import { root } from './project.mjs'

/** Signals that mean "stop" and are handed on, so that a child ends its work before this process does. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a command in the project's folder and waits for its end. Stop signals are forwarded.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, cwd?: string }} [options]
 *   `env` replaces the whole environment.
 * @returns {Promise<number>} the exit code; 128 + the signal's number if one ended the command
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    const forward = (signal) => child.kill(signal)
    for (const signal of STOPS) process.on(signal, forward)
    const finish = () => {
      for (const signal of STOPS) process.off(signal, forward)
    }
    child.on('error', (error) => {
      finish()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      finish()
      resolve(code ?? 128 + os.constants.signals[signal])
    })
  })
