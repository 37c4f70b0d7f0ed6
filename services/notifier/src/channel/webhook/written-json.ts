/** A value as JSON text already. */
export class WrittenJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** @param value something that JSON has a text for */
export function written(value: object): WrittenJson {
  return new WrittenJson(JSON.stringify(value));
}

/**
 * An object as `JSON.stringify` writes it. Members that are written already are taken over, so that what many messages
 * carry is written once for all of them. The names of members are ours: none needs an escape.
 */
export function writtenObject(members: Readonly<Record<string, unknown>>): WrittenJson {
  let text = '';
  for (const [key, value] of Object.entries(members)) {
    const member = value instanceof WrittenJson ? value.text : JSON.stringify(value);
    if (member !== undefined) text += `${text === '' ? '' : ','}"${key}":${member}`;
  }
  return new WrittenJson(`{${text}}`);
}
