import { type Corpus, homeOfPath } from 'docket/records';
import { commitUrl, sourceUrl } from './urls.ts';

/** What tells which repository a record belongs to. */
export interface HomeContext {
  readonly corpus: Pick<Corpus, 'layout'>;
  /** Address of the web view of the site's own repository. */
  readonly repository: string | undefined;
}

/** The repository that holds a file. */
export interface FileHome {
  /** Address of its web view; `undefined` where none is known. */
  readonly repository: string | undefined;
  /** What stands for its branch in addresses of the web view. */
  readonly ref: string;
  /** Path from its root. */
  readonly path: string;
  /** Whether it is another than the one whose site this is. */
  readonly isOther: boolean;
}

/** Tells which repository holds a file: several logs may be of different ones. */
export function homeOf({ corpus, repository }: HomeContext, path: string): FileHome {
  const other = homeOfPath(corpus.layout, path);
  return other
    ? { repository: other.home.repository, ref: other.home.ref, path: other.path, isOther: true }
    : { repository, ref: 'HEAD', path, isOther: false };
}

/** The address of a file in the web view of its repository; `undefined` where none is known. */
export function fileUrl(context: HomeContext, path: string): string | undefined {
  const home = homeOf(context, path);
  return sourceUrl(home.repository, home.path, home.ref);
}

/** The address of a commit in the web view of the repository that holds a file. */
export function commitUrlOf(
  context: HomeContext,
  path: string,
  commit: string,
): string | undefined {
  return commitUrl(homeOf(context, path).repository, commit);
}
