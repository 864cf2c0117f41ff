import type { APIRoute, GetStaticPaths } from 'astro';
import type { DocketRecord } from 'docket/records';
import { currentModel } from '../../site/model.ts';
import { historyOf } from '../../views/history/revision-view.ts';
import { recordSlug } from '../../views/urls.ts';

/** The texts that a page of history compares; only where there are more than the two it compares by itself. */
export const getStaticPaths = (() => {
  const { corpus, history } = currentModel();
  return corpus.records
    .filter((record) => historyOf(history, record).revisions.length > 2)
    .map((record) => ({ params: { slug: recordSlug(record) }, props: { record } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ record: DocketRecord }> = ({ props: { record } }) => {
  const { revisions } = historyOf(currentModel().history, record);
  return Response.json(
    revisions.flatMap(({ number, text }) => (text === undefined ? [] : [{ number, text }])),
  );
};
