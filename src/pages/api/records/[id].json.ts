import type { APIRoute, GetStaticPaths } from 'astro';
import { apiRecords, recordDocument } from '../../../site/api.ts';
import { currentModel } from '../../../site/model.ts';

export const getStaticPaths = (() =>
  [...apiRecords(currentModel()).keys()].map((id) => ({
    params: { id },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => {
  const model = currentModel();
  const record = apiRecords(model).get(params['id'] ?? '');
  if (!record) return new Response(null, { status: 404 });
  return Response.json(recordDocument(model, record, site));
};
