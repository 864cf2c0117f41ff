import type { APIRoute, GetStaticPaths } from 'astro';
import { currentModel } from '../../site/model.ts';

/** The attestation of every provenance record that has one, beside its page. */
export const getStaticPaths = (() => {
  const { corpus, evidence } = currentModel();
  return corpus.provenances.flatMap((record) => {
    const statement = evidence.statements.get(record);
    return statement ? [{ params: { name: record.address }, props: { statement } }] : [];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ statement: unknown }> = ({ props }) =>
  new Response(`${JSON.stringify(props.statement, null, 2)}\n`, {
    headers: { 'content-type': 'application/vnd.in-toto+json' },
  });
