/** The texts people sign, letter by letter as wallets and older clients know them. */

/** @param address lower case */
export const addressText = (address: string, nonce: string): string =>
  `Welcome!\nPlease sign this message to verify that you are the owner of address: ${address}\nNonce: ${nonce}`;

/** @param id a UUID */
export const messageText = (id: string, nonce: string): string =>
  `Please sign this message to verify your wallet ownership, unique ID: ${id}, nonce: ${nonce}`;
