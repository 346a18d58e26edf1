import { execFile } from 'node:child_process';

/**
 * Runs a program to its end, without shell, and gives what it printed. Rejects with its last line of complaint.
 *
 * @param {string} program @param {string[]} args
 * @param {{ cwd?: string, timeoutMs?: number }} [options] @returns {Promise<string>}
 */
export function runProgram(program, args, { cwd, timeoutMs = 300_000 } = {}) {
  return new Promise((resolve, reject) => {
    const options = { cwd, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const missing = 'code' in error && error.code === 'ENOENT';
      const complaint = (stderr.trim() || stdout.trim()).split('\n').at(-1) || error.message;
      reject(new Error(missing ? `no ${program} here` : complaint.slice(0, 160)));
    });
  });
}
