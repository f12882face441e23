"use client";

import type { FormEvent } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useReplacedForm } from "@/components/data/use-replaced-form";
import { PortalLink } from "@/components/requests/portal-link";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { late } from "@/components/ui/late";
import type { PortalSettingsView } from "@/lib/domain/requests";
import { portalSettingsText as text } from "@/lib/messages/portal-settings";
import { notify } from "@/lib/notify";
import { PORTAL_CARD } from "@/lib/routes";
import { savePortalSettingsAction } from "@/server/actions/portal-settings";
import { CheckList } from "./check-list";

const ShowPresent = late(() => import("@/components/data/show-present").then((file) => file.ShowPresent));

const FIELDS = ["slug", "issuerName", "issuerAddress", "chainIds", "categoryIds", "managers"];

/** The issuer's side of the investor portal: its link and what comes with it. */
export function PortalCard({ settings: present, categories, managers }: PortalSettingsView) {
  const form = useReplacedForm(savePortalSettingsAction, present, () =>
    notify({ tone: "ok", title: text.saved }),
  );
  const { error, fields, shown: settings } = form;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    form.submit(readForm(new FormData(event.currentTarget)));
  };
  return (
    <Card id={PORTAL_CARD}>
      <CardHeader title={text.title} description={text.description} />
      <form key={form.round} method="dialog" onSubmit={onSubmit} noValidate>
        <CardBody className="grid gap-5">
          <FormAlert error={error} fieldNames={FIELDS} />
          {form.isOvertaken && <ShowPresent onShow={form.showPresent} />}
          {settings ? (
            <div className="grid gap-1 text-sm">
              <span className="font-medium">{text.link}</span>
              <PortalLink slug={settings.slug} />
            </div>
          ) : (
            <p className="text-sm">{text.noLink}</p>
          )}
          <Checkbox
            name="isOpen"
            label={text.isOpen}
            hint={text.isOpenHint}
            defaultChecked={settings?.isOpen ?? true}
          />
          <Field label={text.slug} hint={text.slugHint} error={fields.slug} required>
            <Input name="slug" maxLength={40} defaultValue={settings?.slug} {...PLAIN} />
          </Field>
          <Field label={text.issuerName} error={fields.issuerName} required>
            <Input name="issuerName" maxLength={100} defaultValue={settings?.issuerName} autoComplete="off" />
          </Field>
          <Field
            label={text.issuerAddress}
            hint={text.issuerAddressHint}
            error={fields.issuerAddress}
            required
          >
            <Input name="issuerAddress" mono defaultValue={settings?.issuerAddress} {...PLAIN} />
          </Field>
          <Field label={text.chainIds} hint={text.chainIdsHint} error={fields.chainIds} optional>
            <Input name="chainIds" defaultValue={settings?.chainIds.join(", ")} {...PLAIN} />
          </Field>
          <CheckList
            name="categoryIds"
            legend={text.categories}
            none={text.noCategories}
            error={fields.categoryIds}
            chosen={settings?.categoryIds.map(String) ?? []}
            options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <fieldset className="grid gap-2">
            <legend className="mb-1 font-medium text-sm">{text.shows}</legend>
            {(["showsHoldings", "showsDistributions"] as const).map((name) => (
              <Checkbox
                key={name}
                name={name}
                label={text[name]}
                hint={text[`${name}Hint`]}
                defaultChecked={settings?.[name] ?? false}
              />
            ))}
          </fieldset>
          <CheckList
            name="managers"
            legend={text.managers}
            hint={text.managersHint}
            none={text.noManagers}
            error={fields.managers}
            chosen={settings?.managers ?? []}
            options={managers.map((name) => ({ value: name, label: name }))}
          />
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={form.isPending}>
            {text.save}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}

const PLAIN = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

const readForm = (form: FormData) => {
  const all = (name: string) => form.getAll(name).map(String);
  const one = (name: string) => String(form.get(name) ?? "");
  return {
    slug: one("slug"),
    issuerName: one("issuerName"),
    issuerAddress: one("issuerAddress"),
    // What is no number stays none, and is refused under its field.
    chainIds: one("chainIds")
      .split(/[\s,]+/)
      .filter((part) => part !== "")
      .map((part) => (/^\d+$/.test(part) ? Number(part) : -1)),
    categoryIds: all("categoryIds").map(Number),
    isOpen: form.has("isOpen"),
    showsHoldings: form.has("showsHoldings"),
    showsDistributions: form.has("showsDistributions"),
    managers: all("managers"),
  };
};
