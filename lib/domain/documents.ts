/** A document that a wallet has on IPFS. */
export interface InvestorDocument {
  cid: string;
  name: string;
  sizeBytes: number;
  uploadedAt: Date;
}

/** 8 MB; an action's body has a little more room (`next.config.ts`). */
export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;
export const MAX_DOCUMENT_NAME = 200;

const TYPES = [
  { mime: "application/pdf", ending: "pdf", begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mime: "image/png", ending: "png", begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: "image/jpeg", ending: "jpg", begins: [0xff, 0xd8, 0xff] },
] as const;

export type DocumentType = (typeof TYPES)[number];

/** For the `accept` of a file field. */
export const DOCUMENT_MIMES = TYPES.map(({ mime }) => mime).join(",");

/** What the content is, whatever its name says; null for a type that is not taken. */
export const documentTypeOf = (content: Uint8Array): DocumentType | null =>
  TYPES.find(({ begins }) => begins.every((byte, index) => content[index] === byte)) ?? null;

/** The last part of a path, without what could break a line or turn its direction; empty when nothing is left. */
export const documentName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim()
    .slice(0, MAX_DOCUMENT_NAME);

/** Version 0 or version 1 in base32, as Pinata writes them. */
export const isCid = (text: string): boolean =>
  /^(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{58,110})$/.test(text);
