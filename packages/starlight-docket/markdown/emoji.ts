import { nameToEmoji } from 'gemoji';
import type { HastPluginDefinition } from 'satteri';
import { isInside } from './inside.ts';

// In the middle of a word it is part of a time, an address or a name.
const CODE = /(?<!\w):([a-z0-9_+-]+):(?!\w)/g;

/** Whether a text may hold codes of emoji. */
export function mayHoldEmoji(text: string): boolean {
  return text.search(CODE) >= 0;
}

/**
 * Shows codes such as `:rocket:` as GitHub does (https://docs.github.com/get-started/writing-on-github): outside of code,
 * and only those that it knows. Fragments of headings are made of the codes, so this comes after them.
 */
export function emojiPlugin(): HastPluginDefinition {
  return {
    name: 'docket-emoji',
    text(node, ctx) {
      const value = node.value.replace(CODE, (code, name: string) =>
        Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? code) : code,
      );
      if (value === node.value || isInside(node, ctx, AS_WRITTEN)) return;
      ctx.replaceNode(node, { type: 'text', value });
    },
  };
}

const AS_WRITTEN: ReadonlySet<string> = new Set(['pre', 'code', 'tt', 'kbd', 'samp']);
