import type { SchemaContext } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';

/**
 * Starlight's schema of a page. Starlight asks for it anew with each page that a route makes, and making it takes
 * longer than judging a page by it; here those share one.
 */
export function docketSchema() {
  const schema = docsSchema();
  let ofRoutes: ReturnType<typeof schema> | undefined;
  return (context: SchemaContext): ReturnType<typeof schema> => {
    // An image of a file is looked for beside it; those of a route are modules, and the same is true of each.
    const image: { readonly type: string } = context.image();
    if (image.type !== 'custom') return schema(context);
    ofRoutes ??= schema(context);
    return ofRoutes;
  };
}
