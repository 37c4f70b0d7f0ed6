/** A small part of JSON Schema (2020-12), as much as our OpenAPI document uses: enough to hold answers against it. */

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns where `value` departs from `schema`, in words; empty when it fits. */
export function departures(document: Node, schema: unknown, value: unknown, at = '$'): string[] {
  const node = resolve(document, schema);
  if (Array.isArray(node.allOf)) return departures(document, merged(document, node.allOf), value, at);
  const choices = node.anyOf ?? node.oneOf;
  if (Array.isArray(choices)) {
    const fits = choices.some((choice) => departures(document, choice, value, at).length === 0);
    return fits ? [] : [`${at}: fits none of the ${choices.length} forms`];
  }
  if (Array.isArray(node.enum) && !node.enum.includes(value))
    return [`${at}: ${JSON.stringify(value)} is not in the enum`];
  if (!hasType(node.type, value)) return [`${at}: ${typeOf(value)} instead of ${JSON.stringify(node.type)}`];
  if (Array.isArray(value))
    return value.flatMap((one, index) => departures(document, node.items ?? {}, one, `${at}[${index}]`));
  return isNode(value) ? objectDepartures(document, node, value, at) : [];
}

function objectDepartures(document: Node, node: Node, value: Node, at: string): string[] {
  const properties = isNode(node.properties) ? node.properties : {};
  const required = Array.isArray(node.required) ? node.required.map(String) : [];
  const missing = required.filter((key) => !(key in value)).map((key) => `${at}.${key}: is missing`);
  const known = Object.entries(value).flatMap(([key, one]) => {
    const schema = properties[key] ?? (isNode(node.additionalProperties) ? node.additionalProperties : undefined);
    if (schema) return departures(document, schema, one, `${at}.${key}`);
    const isOpen = node.additionalProperties === true || isNode(node.additionalProperties);
    return isNode(node.properties) && !isOpen ? [`${at}.${key}: is not documented`] : [];
  });
  return [...missing, ...known];
}

/** Parts that hold together, as one schema: a field that one part documents is documented. */
function merged(document: Node, parts: readonly unknown[]): Node {
  const resolved = parts.map((part) => resolve(document, part));
  return {
    type: 'object',
    properties: Object.assign({}, ...resolved.map((part) => part.properties)),
    required: resolved.flatMap((part) => (Array.isArray(part.required) ? part.required : [])),
  };
}

function resolve(document: Node, schema: unknown): Node {
  if (!isNode(schema)) return {};
  if (typeof schema.$ref !== 'string') return schema;
  const target = schema.$ref
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), document);
  if (!isNode(target)) throw new Error(`${schema.$ref} leads nowhere`);
  return resolve(document, target);
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function hasType(wanted: unknown, value: unknown): boolean {
  if (wanted === undefined) return true;
  const wantedTypes = Array.isArray(wanted) ? wanted : [wanted];
  const actual = typeOf(value);
  return wantedTypes.includes(actual) || (actual === 'integer' && wantedTypes.includes('number'));
}

/** Every `$ref` of a document, wherever it stands. */
export function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === '$ref' ? [String(one)] : references(one)));
}

export { isNode, type Node, resolve };
