import { z } from '@hono/zod-openapi';
import type { ReviewAct } from '#domain';
import { AccessName } from '../access/create-key.ts';
import { problemOfIssues } from '../problem/field-problems.ts';
import { refuse } from '../problem/problem.ts';

const text = z.string().trim().min(1, 'must not be empty').max(2_000);
const remark = text.optional();

/** What a reviewer does with one item. */
export const ReviewActSchema = z
  .discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('assigned'),
      assignee: AccessName.nullable().openapi({ description: 'Who looks at it; null: nobody any more.' }),
    }),
    z.strictObject({ act: z.literal('acknowledged'), text: remark }),
    z.strictObject({ act: z.literal('not_relevant'), text: text.openapi({ description: 'Why it is not.' }) }),
    z.strictObject({ act: z.literal('reopened'), text: remark }),
    z.strictObject({ act: z.literal('commented'), text }),
  ])
  .openapi('ReviewAct');

type Fields = Readonly<Record<string, string>>;

/** The same from the fields of a form. @throws RefusedRequestError (422) saying what is missing */
export function actOfFields(fields: Fields): ReviewAct {
  const parsed = ReviewActSchema.safeParse(actOfForm(fields));
  return parsed.success ? parsed.data : refuse(problemOfIssues(parsed.error, 'form'));
}

/** An empty field was left out. */
function actOfForm({ act, assignee, text: said }: Fields): unknown {
  if (act === 'assigned') return { act, assignee: assignee?.trim() ? assignee : null };
  return { act, ...(said?.trim() ? { text: said } : {}) };
}
