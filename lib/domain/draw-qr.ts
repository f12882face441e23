import encodeQr from "qr";
import type { QrCode } from "./qr";

/** Draws text as a QR code with its quiet zone of four modules; medium error correction. */
export function drawQr(text: string): QrCode {
  const rows = encodeQr(text, "raw", { border: 4, ecc: "medium" });
  const path = rows
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join(""))
    .join("");
  return { size: rows.length, path };
}
