// What the host connects by itself when `torch` is imported: nothing here. In Node, package.json's `imports` puts
// host-node.ts in this file's place.
export {};
