import type { z } from '@hono/zod-openapi';
import { fieldsBeside, profileWords } from '../schema/profile-words.ts';
import type { FieldProblem, Problem } from './problem.ts';

const MOST_FIELDS = 20;
/** What zod says where a schema has no words of its own. */
const ZODS_OWN = 'Invalid input';

/** What a schema refused, as a problem document whose sentences name the fields. */
export function problemOfIssues(error: z.ZodError, where: string): Problem {
  const errors = error.issues.flatMap(fieldProblems).slice(0, MOST_FIELDS);
  const [first] = errors;
  return {
    status: 422,
    code: 'invalid_request',
    title: `The ${where} is not right`,
    detail: first ? sentenceOf(first) : `The ${where} does not have the documented form.`,
    errors,
  };
}

/** `name: is missing`; without a field only the message. */
export function sentenceOf(problem: FieldProblem): string {
  return problem.field === '' ? problem.message : `${problem.field}: ${problem.message}`;
}

function fieldProblems(issue: z.core.$ZodIssue): readonly FieldProblem[] {
  const field = fieldName(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField([...issue.path, key]));
  }
  return [{ field, message: withWords(plainMessage(issue), issue) }];
}

function unknownField(path: readonly PropertyKey[]): FieldProblem {
  const known = fieldsBeside(path);
  const message = known.length === 0 ? 'is not a known field' : `is not a known field; known are ${known.join(', ')}`;
  return { field: fieldName(path), message };
}

/** Of a profile, which people fill in by hand: what is allowed in the field, and a value that is right. */
function withWords(message: string, { path }: z.core.$ZodIssue): string {
  const words = profileWords(path);
  if (words === undefined) return message;
  const example = typeof words.example === 'string' ? words.example : JSON.stringify(words.example);
  return `${message}; allowed is ${words.allowed}; for example ${example}`;
}

/** The ECCN 3E001 without quotes is three times ten to YAML. */
const IN_QUOTES = 'must be text: put it in quotes, because 3E001 alone is read as a number';

function plainMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined && /undefined/.test(issue.message)) return 'is missing';
      if (issue.expected === 'string' && /received (?:number|Infinity|NaN)/.test(issue.message)) return IN_QUOTES;
      return `must be ${inWords(issue.expected)}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `is too long or too large: at most ${String(issue.maximum)}`;
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
      return `is too short or too small: at least ${String(issue.minimum)}`;
    case 'invalid_union':
      return issue.message === ZODS_OWN ? 'has none of the documented forms' : issue.message;
    default:
      return issue.message;
  }
}

function inWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object with fields',
  };
  return words[expected] ?? expected;
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`;
    return name === '' ? String(part) : `${name}.${String(part)}`;
  }, '');
}
