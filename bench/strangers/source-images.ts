import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Addresses of images in a text, those in code left out: Markdown's, HTML's and AsciiDoc's. */
function imagesIn(text: string): string[] {
  const prose = text
    .replace(/^([ \t]*)(```+|~~~+)[\s\S]*?^\1\2.*$/gm, '')
    .replace(/`[^`\n]*`/g, '');
  const forms = [
    /!\[[^\]]*\]\(\s*<?([^\s)>]+)/g,
    /<img\b[^>]*?\ssrc=["']([^"']+)/g,
    /^image::?(\S+?)\[/gm,
  ];
  return forms.flatMap((form) => [...prose.matchAll(form)].flatMap(([, url]) => url ?? []));
}

/**
 * The images of a record that stand in its repository, so that every viewer of it shows them.
 * @param file absolute path of the record
 * @returns base names, as the file system has them
 */
export function imagesThere(file: string): string[] {
  return imagesIn(readFileSync(file, 'utf8')).flatMap((url) => {
    if (/^[a-z][a-z+.-]*:|^\/\//i.test(url)) return [];
    const name = decoded(url.replace(/[?#].*$/, ''));
    const target = path.join(path.dirname(file), name);
    return name !== '' && existsSync(target) ? [path.basename(target)] : [];
  });
}

/** An address without its percent signs, or as it is where they mean nothing. */
export function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
