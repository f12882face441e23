import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { SpokenLanguage } from "@/components/shell/spoken-language";
import { cn } from "@/lib/cn";
import { speech } from "@/lib/messages/catalogue";
import { commonText } from "@/lib/messages/common";
import { direction } from "@/lib/messages/locale";
import { parseTheme, THEME_COOKIE, themeClass } from "@/lib/theme";
import { fontClasses } from "./fonts";
import "./globals.css";

export const generateMetadata = (): Metadata => ({
  title: { default: commonText.product, template: commonText.titleTemplate("%s") },
  description: commonText.description,
  applicationName: commonText.product,
  robots: { index: false, follow: false },
});

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f8f9" },
    { media: "(prefers-color-scheme: dark)", color: "#0c1215" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const language = speech.language();
  return (
    <html lang={language} dir={direction} className={cn(...fontClasses, themeClass(theme))}>
      <body className="font-sans antialiased">
        <SpokenLanguage language={language}>{children}</SpokenLanguage>
      </body>
    </html>
  );
}
