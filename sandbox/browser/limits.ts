// Bounds of one run in a browser's worker.

/** Characters that it may print; what comes after ends it. */
export const printedMax = 256 * 1024;
export const graphsMax = 8;
export const curvesMax = 8;
export const curvePointsMax = 5000;
/** Characters that a submission may print while one behaviour is judged: what the server allows for all of them. */
export const judgedLogMax = 64 * 1024;
