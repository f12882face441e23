import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { ButtonLink } from "@/components/ui/button";
import { shellText } from "@/lib/messages/shell";
import { HOME } from "@/lib/nav";

const text = shellText.errors;

/** What stands where a page or an object is missing; the frame around it brings its own landmark. */
export const NotFoundNotice = ({ children }: { children?: ReactNode }) => (
  <NoticePage title={text.notFoundTitle}>
    <p className="text-muted-foreground text-sm">{text.notFoundText}</p>
    {children}
    <ButtonLink href={HOME} variant="primary" className="mt-2">
      {text.home}
    </ButtonLink>
  </NoticePage>
);

/** A page that consists of a few words. */
export const NoticePage = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="mx-auto grid min-h-[70dvh] max-w-lg content-center justify-items-start gap-3 px-4 py-10">
    <Mark className="size-8!" />
    <h1 className="mt-1 font-semibold text-xl">{title}</h1>
    {children}
  </div>
);
