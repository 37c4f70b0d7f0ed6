/** Text that is its own NFKC, as nearly all names of the lists are. */
const ASCII = /^[ -~]*$/;

/** Letters and digits only, lower case, NFKC: how names are compared for identity. */
export function foldName(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
