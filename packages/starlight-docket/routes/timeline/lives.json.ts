import type { APIRoute } from 'astro';
import { currentModel } from '../../site/model.ts';
import { wireLives } from '../../views/timeline.ts';

export const GET: APIRoute = () => {
  const { base, history } = currentModel();
  return Response.json(wireLives(base, history.lives));
};
