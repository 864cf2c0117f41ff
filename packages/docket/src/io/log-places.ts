import path from 'node:path';
import type { DocketConfig, Profile } from '../records/config.ts';
import { ownLogs } from '../records/config-logs.ts';
import { folderPrefix, LAYOUT, type Layout, type LogPlace } from '../records/layout.ts';

/**
 * The layout with the logs that the configuration names. Where records are held to a template, a log is a folder; in
 * any other form it is looked for below its root, unless its folder is named.
 */
export function withPlaces(
  layout: Layout,
  config: Pick<DocketConfig, 'logs'>,
  profile: Profile,
): Layout {
  const logs = ownLogs(config);
  if (!logs) return layout;
  const main = logs.find(({ root }) => root === '.')?.paths?.adr ?? layout.adr.folder;
  const isStrict = profile === 'strict';
  const places = logs.map((log): LogPlace => {
    const { id, title = id, root } = log;
    const below = log.paths?.adr ?? (isStrict ? LAYOUT.adr.folder : undefined);
    const folder = below === undefined ? undefined : path.posix.join(folderPrefix(root), below);
    if (root !== '.') return { id, name: id, title, root, folder };
    return { id, name: '', title, root, folder: isStrict ? main : folder };
  });
  const template =
    main === layout.adr.folder ? layout.adr.template : `${folderPrefix(main)}template.md`;
  return { ...layout, adr: { ...layout.adr, folder: main, template, places } };
}
