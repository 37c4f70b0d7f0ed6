import { z } from '@hono/zod-openapi';

/** RFC 9457 document as every refusal carries it. */
export const ProblemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:redline:problem:invalid_request' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

interface Answer {
  description: string;
  content: Record<string, { schema: z.ZodType }>;
}

/** A JSON answer of an operation. */
export function jsonAnswer(schema: z.ZodType, description: string): Answer {
  return { description, content: { 'application/json': { schema } } };
}

/** An answer in another media type, as text. */
export function textAnswer(mediaType: string, description: string): Answer {
  return { description, content: { [mediaType]: { schema: z.string() } } };
}

/** Every way an operation may refuse, in one form. */
export const refusals: { readonly default: Answer } = {
  default: {
    description: 'The request was refused; `detail` says why in plain words and `errors` names the fields.',
    content: { 'application/problem+json': { schema: ProblemSchema } },
  },
};
