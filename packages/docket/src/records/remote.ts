/** An address that Git fetches from, without whatever would tell who asks. */
export type Remote = { readonly address: string } | { readonly fault: string };

const HOST = String.raw`[a-z0-9](?:[\w.-]*[a-z0-9])?(?::\d+)?`;
const HTTPS = new RegExp(`^https://(?:[^/@]*@)?${HOST}/[^\\s]+$`, 'i');
const SSH = new RegExp(`^ssh://(?:[\\w.-]+@)?${HOST}/[^\\s]+$`, 'i');
/** As scp writes it, which Git takes for SSH. */
const SCP = /^(?:[\w.][\w.-]*@)?[a-z0-9](?:[\w.-]*[a-z0-9])?:(?!\/\/)[^\s:]+$/i;

/**
 * Reads the address of a repository that is fetched: by HTTPS or SSH alone, as the other ways of Git can run programs,
 * read folders or trust whoever answers. An address holds no secret, since it stands in a file that everybody reads.
 */
export function readRemote(written: string): Remote {
  if (HTTPS.test(written)) {
    return /^https:\/\/[^/]*@/i.test(written)
      ? { fault: 'expected an address without a name or password; Git asks its credential helper' }
      : { address: written };
  }
  // A drive of Windows is no host.
  const isScp = SCP.test(written) && !/^[a-z]:/i.test(written);
  return SSH.test(written) || isScp
    ? { address: written }
    : { fault: 'expected an address such as `https://git.example.org/team/name` or `ssh://…`' };
}

/** A text in which no address tells a name or a password. */
export function withoutSecrets(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]*@/gi, '$1');
}
