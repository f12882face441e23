import type { Metadata } from "next";
import { NotFoundNotice } from "@/components/shell/not-found-notice";
import { shellText } from "@/lib/messages/shell";

export const generateMetadata = (): Metadata => ({ title: shellText.errors.notFoundTitle });

export default function NotFound() {
  return (
    <main>
      <NotFoundNotice />
    </main>
  );
}
