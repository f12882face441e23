const UTF16_LE = [0xff, 0xfe];

/**
 * A text file as spreadsheets save it: UTF-8, UTF-16 with its mark, or else Windows-1252, which older ones write in
 * western Europe. @returns null for what is no text
 */
export function decodeText(bytes: Uint8Array): string | null {
  const isUtf16 = UTF16_LE.every((byte, place) => bytes[place] === byte);
  const text = isUtf16 ? new TextDecoder("utf-16le").decode(bytes) : (utf8(bytes) ?? windows1252(bytes));
  return text.includes("\0") ? null : text;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const windows1252 = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);
