import type { APIRoute, GetStaticPaths } from 'astro';
import { WIRE_SCHEMAS, wireJsonSchema } from 'docket/records';

type Name = keyof typeof WIRE_SCHEMAS;

export const getStaticPaths = (() =>
  (Object.keys(WIRE_SCHEMAS) as Name[]).map((name) => ({
    params: { name },
    props: { name },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: Name }> = ({ props }) =>
  Response.json(wireJsonSchema(props.name));
