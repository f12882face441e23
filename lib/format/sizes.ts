import { locale } from "@/lib/messages/locale";

const STEP = 1024;
const UNITS = ["byte", "kilobyte", "megabyte"] as const;

/** `1.2 MB`, in steps of 1,024. */
export function formatSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  return new Intl.NumberFormat(locale, {
    ...{ style: "unit", unit: UNITS[power] ?? "byte", unitDisplay: "short", maximumFractionDigits: 1 },
  }).format(bytes / STEP ** power);
}
