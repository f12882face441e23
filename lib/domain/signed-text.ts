const PREFIX = "Bitcoin Signed Message:\n";

/** What is hashed, twice, when a text is signed the classic way: the prefix and the text, each behind its length. */
export const signedTextBytes = (text: string): Uint8Array =>
  Uint8Array.from(
    [PREFIX, text]
      .map((part) => new TextEncoder().encode(part))
      .flatMap((bytes) => [...compactSize(bytes.length), ...bytes]),
  );

/** A length as the network writes it. */
function compactSize(length: number): number[] {
  if (length < 0xfd) return [length];
  const [mark, size] = length <= 0xffff ? [0xfd, 2] : [0xfe, 4];
  return [mark, ...Array.from({ length: size }, (_, place) => (length >>> (8 * place)) & 0xff)];
}
