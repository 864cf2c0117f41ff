import path from 'node:path';
import { digestText } from '../../io/digest.ts';
import { signText } from '../../io/dsse.ts';
import { type NamedFile, readNamed } from '../../io/named-file.ts';
import { STATEMENT_TYPE } from '../../records/in-toto.ts';
import { PUBLISHED_PATHS, PUBLISHED_TYPE } from '../../records/published.ts';

/**
 * The signed envelope of what a built site publishes, as JSON: a statement of the digest of the file that lists its
 * decisions. It belongs to the site as `api/published.intoto.json`.
 * @param site folder of the built site
 * @param key a private key in PEM
 * @throws {NamedFileError} where the site publishes nothing, or the key cannot be used
 */
export async function attestSite(site: NamedFile, key: NamedFile): Promise<string> {
  const name = path.join(site.name, PUBLISHED_PATHS.statement);
  const { text } = await readNamed({ ...site, name });
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [{ name: PUBLISHED_PATHS.statement, digest: { sha256: digestText(text) } }],
    predicateType: PUBLISHED_TYPE,
    predicate: {},
  };
  const envelope = signText(JSON.stringify(statement), await readNamed(key));
  return `${JSON.stringify(envelope, null, 2)}\n`;
}
