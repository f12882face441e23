"use client";

import { type FormEvent, useId, useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { FormAlert } from "@/components/data/error-alert";
import { useReplacedForm } from "@/components/data/use-replaced-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { late } from "@/components/ui/late";
import { Textarea } from "@/components/ui/textarea";
import { MAX_EMAILS, type NoticesView, type NoticeTopic } from "@/lib/domain/notices";
import type { ListState } from "@/lib/list-state";
import { noticesText as text } from "@/lib/messages/notices";
import { notify } from "@/lib/notify";
import { renewSecretAction, saveNoticesAction } from "@/server/actions/notices";
import { CheckList } from "./check-list";
import { NoticesLog } from "./notices-log";
import { NoticesSecret } from "./notices-secret";
import { NoticesTest } from "./notices-test";

const ShowPresent = late(() => import("@/components/data/show-present").then((file) => file.ShowPresent));

const { form } = text;
const FIELDS = ["isEmailOn", "emails", "isWebhookOn", "webhookUrl", "topics"];
const optionsOf = (topics: NoticeTopic[]) => topics.map((value) => ({ value, label: text.topics[value] }));

interface NoticesCardProps extends NoticesView {
  /** The last messages, as their file asks for them. */
  log: ListState;
}

/** Who is told of what needs a person, and how that went lately. */
export function NoticesCard({
  settings: present,
  topics,
  hasSecret,
  hasMail,
  deliveries,
  log,
}: NoticesCardProps) {
  const formId = useId();
  const [secret, setSecret] = useState<string | null>(null);
  const saving = useReplacedForm(saveNoticesAction, present, (saved) => {
    if (saved.secret) setSecret(saved.secret);
    notify({ tone: "ok", title: form.saved });
  });
  const { error, fields, shown: settings } = saving;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    saving.submit(readForm(new FormData(event.currentTarget)));
  };
  const renew = async () => {
    const result = await renewSecretAction({});
    if (result.ok) setSecret(result.data.secret);
    return result;
  };
  return (
    <Card>
      <CardHeader title={text.title} description={text.description} />
      <form key={saving.round} method="dialog" id={formId} onSubmit={onSubmit} noValidate>
        <CardBody className="grid gap-5">
          <FormAlert error={error} fieldNames={FIELDS} />
          {saving.isOvertaken && <ShowPresent onShow={saving.showPresent} />}
          <Checkbox
            name="isEmailOn"
            label={form.isEmailOn}
            hint={hasMail ? form.isEmailOnHint : form.noMail}
            defaultChecked={settings.isEmailOn && hasMail}
            disabled={!hasMail}
          />
          {hasMail && (
            <Field label={form.emails} hint={form.emailsHint(MAX_EMAILS)} error={fields.emails} optional>
              <Textarea name="emails" rows={3} defaultValue={settings.emails.join("\n")} {...PLAIN} />
            </Field>
          )}
          <Checkbox
            name="isWebhookOn"
            label={form.isWebhookOn}
            hint={form.isWebhookOnHint}
            defaultChecked={settings.isWebhookOn}
          />
          <Field label={form.webhookUrl} hint={form.webhookUrlHint} error={fields.webhookUrl} optional>
            <Input name="webhookUrl" inputMode="url" defaultValue={settings.webhookUrl ?? ""} {...PLAIN} />
          </Field>
          {secret && <NoticesSecret secret={secret} />}
          <CheckList
            name="topics"
            legend={text.topicsLegend}
            none=""
            error={fields.topics}
            chosen={settings.topics}
            options={optionsOf(topics)}
          />
        </CardBody>
      </form>
      {/* Outside the form: what is confirmed in a dialog beside the button must not save it. */}
      <CardFooter className="flex-wrap">
        {hasSecret && settings.isWebhookOn && (
          <ConfirmAction
            title={text.secret.renewTitle}
            consequence={text.secret.renewText}
            confirmLabel={text.secret.renewConfirm}
            action={renew}
            done={text.secret.renewed}
          >
            {text.secret.renew}
          </ConfirmAction>
        )}
        {settings.isEmailOn && <NoticesTest channel="email" />}
        {settings.isWebhookOn && <NoticesTest channel="webhook" />}
        <Button type="submit" form={formId} variant="primary" loading={saving.isPending}>
          {form.save}
        </Button>
      </CardFooter>
      <NoticesLog deliveries={deliveries} state={log} />
    </Card>
  );
}

const PLAIN = { autoComplete: "off", autoCapitalize: "off", spellCheck: false } as const;

const readForm = (data: FormData) => ({
  isEmailOn: data.has("isEmailOn"),
  emails: String(data.get("emails") ?? ""),
  isWebhookOn: data.has("isWebhookOn"),
  webhookUrl: String(data.get("webhookUrl") ?? ""),
  topics: data.getAll("topics") as NoticeTopic[],
});
