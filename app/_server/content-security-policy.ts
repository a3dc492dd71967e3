// What a page, a script that is a worker, and an answer that is neither may load. Read by proxy.ts for each page and by
// next.config.js for all the rest; imports nothing, since the latter is loaded before anything is built.

const isDevelopment = process.env.NODE_ENV === 'development';

/**
 * Of a page: nothing is fetched from another origin, neither scripts nor fonts nor images, and an inline script runs only
 * when it carries the nonce of this very answer. Next writes the data of a page as inline scripts and gives each the nonce.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    // React's development build compiles with eval.
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    // Monaco places its glyphs and lines with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Of what is no page: JSON, an icon, a stream. Opened by itself it is a document that may do nothing. */
export const answerPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Of the editor's workers, whose scripts are files of the build: they load other such files, and compile none of text. */
export const buildPolicy = `default-src 'none'; script-src 'self'${isDevelopment ? " 'unsafe-eval'" : ''}; connect-src 'self'`;

/**
 * Of the worker that runs a user's program: it makes functions of text and WebAssembly, and reaches no network at all. Its
 * scripts are part of the one it starts from, so it may load none.
 */
export const programPolicy = "default-src 'none'; script-src 'unsafe-eval'";
