// Walks over acorn's trees, for those who read or change the text of a script.
import type { Node } from 'acorn';

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The node and all below it, in the order of the text of each. */
export function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node))
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, see);
    } else if (isNode(value)) visit(value, see);
}

export const part = (node: Node, key: string): unknown => Reflect.get(node, key);
/** Of an identifier. */
export const nameOf = (value: unknown): unknown =>
  isNode(value) && value.type === 'Identifier' ? part(value, 'name') : undefined;
