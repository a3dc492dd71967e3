// Bounds of one run in a browser's worker.

/** Characters that it may print; what comes after ends it. */
export const printedMax = 256 * 1024;
export const graphsMax = 8;
export const curvesMax = 8;
export const curvePointsMax = 5000;
