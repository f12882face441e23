"use client";

import { Failure } from "@/components/shell/failure";
import { speech } from "@/lib/messages/catalogue";
import { direction } from "@/lib/messages/locale";
import { shellText } from "@/lib/messages/shell";
import "./globals.css";

/** In place of the whole page when even the root layout failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={speech.language()} dir={direction}>
      <head>
        <title>{shellText.errors.globalTitle}</title>
      </head>
      <body className="font-sans antialiased">
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
