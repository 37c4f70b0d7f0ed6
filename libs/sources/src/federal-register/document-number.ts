const NUMBER = /^(?:[A-Z]\d-)?[A-Z]?\d{1,4}-\d{1,6}$/;

/**
 * A Federal Register document number in the form it is compared in: one kind of hyphen (renderings before March 2024
 * print an en dash), no blanks. `2020-03144`, `C1-2025-01234`, `93-32104`, `E8-23178`.
 */
export function normalDocumentNumber(printed: string): string {
  return printed.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/g, '');
}

/** Number of the document that `C1-2025-01234` corrects: a correction bears the number of what it corrects (1 CFR 18.15). */
export function correctedBy(documentNumber: string): string | undefined {
  return /^C\d-(.+)$/.exec(documentNumber)?.[1];
}

/** @returns true when `text` has the shape of a document number. */
export function isDocumentNumber(text: string): boolean {
  return NUMBER.test(text);
}
