/**
 * The address at which hosts such as GitHub, GitLab and Gitea show a repository, of the address by which Git fetches it.
 * Who asks and the port of SSH are left out. `undefined` for one that is not on the web, such as a folder.
 */
export function webAddressOf(remote: string): string | undefined {
  const [, scheme = '', host = '', path = ''] =
    /^(https?|ssh|git):\/\/(?:[^/@]*@)?([^/]+)\/+(.*)$/i.exec(remote) ??
    /^()(?:[^/@:]*@)([^/:]+):(?!\/)(.*)$/.exec(remote) ??
    [];
  const isWeb = /^https?$/i.test(scheme);
  const place = isWeb ? host : host.replace(/:\d+$/, '');
  const name = path.replace(/(?:\.git)?\/*$/, '');
  if (!/^[\w.-]+(?::\d+)?$/.test(place) || !/^[\w.~/-]+$/.test(name)) return undefined;
  return `${isWeb ? scheme.toLowerCase() : 'https'}://${place.toLowerCase()}/${name}`;
}
