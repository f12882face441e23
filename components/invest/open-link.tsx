"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { investText } from "@/lib/messages/invest";
import { routes } from "@/lib/routes";

const { link: text } = investText;

/** How one comes by an issuer's link, and a place for one that is at hand as text. */
export function OpenLink({ label }: { label: string }) {
  const router = useRouter();
  const [error, setError] = useState<string>();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const slug = slugIn(String(new FormData(event.currentTarget).get("link")));
    setError(slug ? undefined : text.wrong);
    if (slug) router.push(routes.investIssuer(slug));
  };
  return (
    <section className="grid max-w-md gap-3">
      <h2 className="font-semibold text-base">{label}</h2>
      <p className="text-muted-foreground text-sm">{text.text}</p>
      <form method="dialog" onSubmit={onSubmit} noValidate className="grid gap-3">
        <Field label={text.label} error={error}>
          <Input
            name="link"
            size="lg"
            type="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
        </Field>
        <div>
          <Button type="submit" size="lg" variant="primary" className="max-sm:w-full">
            {text.open}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** Only the last part counts, so that the link of another host leads nowhere else. */
const slugIn = (link: string): string | undefined => /\/invest\/i\/([\w-]+)\/?\s*$/.exec(link)?.[1];
