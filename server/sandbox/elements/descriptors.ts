/**
 * Output descriptors as text. A checksum is BIP-380's: eight characters over the descriptor, which catch any typing
 * error of a few characters.
 */

const INPUT =
  "0123456789()[],'/*abcdefgh@:$%{}IJKLMNOPQRSTUVWXYZ&+-.;<=>?!^_|~ijklmnopqrstuvwxyzABCDEFGH`#\"\\ ";
const CHECKSUM = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0xf5dee51989n, 0xa9fdca3312n, 0x1bab10e32dn, 0x3706b1677an, 0x644d626ffdn];

function polymod(state: bigint, value: number): bigint {
  const top = state >> 35n;
  let next = ((state & 0x7ffffffffn) << 5n) ^ BigInt(value);
  for (const [bit, term] of GENERATOR.entries()) if ((top >> BigInt(bit)) & 1n) next ^= term;
  return next;
}

/** @returns eight characters, or null when the text has a character that no descriptor has */
export function descriptorChecksum(descriptor: string): string | null {
  let state = 1n;
  let group: number[] = [];
  const flush = () => {
    if (group.length > 0)
      state = polymod(
        state,
        group.reduce((sum, high) => sum * 3 + high, 0),
      );
    group = [];
  };
  for (const character of descriptor) {
    const position = INPUT.indexOf(character);
    if (position < 0) return null;
    state = polymod(state, position & 31);
    group.push(position >> 5);
    if (group.length === 3) flush();
  }
  flush();
  for (let index = 0; index < 8; index++) state = polymod(state, 0);
  state ^= 1n;
  return [7, 6, 5, 4, 3, 2, 1, 0]
    .map((place) => CHECKSUM[Number((state >> BigInt(place * 5)) & 31n)])
    .join("");
}

export const withChecksum = (descriptor: string): string =>
  `${descriptor}#${descriptorChecksum(descriptor) ?? ""}`;
