import { GeistSans } from "geist/font/sans";
import localFont from "next/font/local";

/**
 * Ids and amounts alone are set in it: it is not fetched before the style sheet and the page's words, which a slow line
 * would show later.
 */
const mono = localFont({
  src: "../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
  fallback: ["ui-monospace", "monospace"],
});

/** Set their CSS variables. */
export const fontClasses = [GeistSans.variable, mono.variable];
