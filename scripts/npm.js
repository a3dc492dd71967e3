// npm, run by whichever Node is asked for: the one that came with the machine's Node, found without a shell.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PlainError } from './report.js';

/** The file npm's command runs, or undefined when the machine has none. */
export function findNpm(environment = process.env) {
  const named = environment.npm_execpath;
  if (named !== undefined && /npm-cli\.c?js$/.test(named) && fs.existsSync(named)) return named;
  const folders = [path.dirname(process.execPath), ...(environment.PATH ?? '').split(path.delimiter)];
  for (const folder of folders.filter((name) => name !== '')) {
    for (const candidate of [
      path.join(folder, 'npm'),
      path.join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
      path.join(folder, 'node_modules/npm/bin/npm-cli.js'),
    ]) {
      if (!fs.existsSync(candidate)) continue;
      const file = fs.realpathSync(candidate);
      if (/npm-cli\.c?js$/.test(file)) return file;
    }
  }
  return undefined;
}

/** npm's own codes for "could not reach the registry", and those of the sockets beneath. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|UNABLE_TO_GET_ISSUER_CERT\w*|SELF_SIGNED_CERT\w*)\b/;

/** One sentence for what npm's output says, or undefined when it is npm's own words that explain best. */
export function explainNpmFailure(output, purpose) {
  const unreachable = UNREACHABLE.exec(output);
  if (unreachable !== null) {
    return `The npm registry cannot be reached (${unreachable[1]}), and it is needed once to ${purpose}. Check the network, or npm's "registry" and "proxy" settings, and start again.`;
  }
  if (/\bENOSPC\b/.test(output)) return `The disk is full: no space left to ${purpose}.`;
  if (/\bEACCES\b/.test(output))
    return `npm may not write here (EACCES), so it could not ${purpose}. Check who owns this folder and npm's cache.`;
  return undefined;
}

export async function npm(node, argumentsOfNpm, { cwd, purpose, environment = process.env }) {
  const cli = findNpm(environment);
  if (cli === undefined) {
    throw new PlainError(
      `npm was not found, and it is needed once to ${purpose}. Install npm (it comes with Node) and start again.`,
    );
  }
  const env = { ...environment };
  // Set by an outer `npm start`; an inner npm would take them for its own arguments.
  for (const name of Object.keys(env))
    if (
      /^npm_(config_|lifecycle_|package_|command$)/i.test(name) &&
      !/^npm_config_(registry|cache|userconfig|proxy|https?_proxy|noproxy|cafile|prefer_offline|offline|fetch_\w+)$/i.test(
        name,
      )
    )
      delete env[name];
  env.PATH = [path.dirname(node), env.PATH ?? ''].join(path.delimiter);
  const child = spawn(node, [cli, ...argumentsOfNpm], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  // Whoever asks this process to stop means npm as well.
  const stop = (signal) => {
    child.kill(signal);
    stopped = true;
  };
  let stopped = false;
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  for (const signal of signals) process.off(signal, stop);
  if (code === 0 && !stopped) return;
  if (stopped) throw new PlainError('Stopped while npm was at work. Start again to go on.');
  const explained = explainNpmFailure(output, purpose);
  throw new PlainError(
    explained ??
      `npm could not ${purpose} (exit ${code}). Its last words:\n${output.trim().split('\n').slice(-15).join('\n')}`,
  );
}
