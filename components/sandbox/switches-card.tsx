"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import type { Switch } from "@/lib/contracts/control-switches";
import { sandboxSwitchesText as text } from "@/lib/messages/sandbox-switches";
import { notify } from "@/lib/notify";
import { turnSwitchAction } from "@/server/actions/sandbox-switches";

/** Each switch is turned as soon as its box is. */
export function SwitchesCard({ initial }: { initial: Switch[] }) {
  const [switches, setSwitches] = useState(initial);
  const [asked, setAsked] = useState<{ name: string; on: boolean }>();
  const { submit, isPending, error } = useSubmit(
    turnSwitchAction,
    (all) => {
      setSwitches(all);
      if (asked) notify({ tone: "ok", title: text.turned(asked.name, asked.on) });
    },
    { rereads: false },
  );
  const turn = (name: string, on: boolean) => {
    if (isPending) return;
    setAsked({ name, on });
    submit({ name, on });
  };
  const isOn = ({ name, on }: Switch) => (isPending && asked?.name === name ? asked.on : on);
  return (
    <Card>
      <CardHeader
        title={text.title}
        actions={
          <Badge tone={switches.some(isOn) ? "waiting" : "neutral"}>
            {text.count(switches.filter(isOn).length, switches.length)}
          </Badge>
        }
      />
      <CardBody className="grid gap-3 text-sm">
        <p className="max-w-prose text-muted-foreground">{text.description}</p>
        <FormAlert error={error} />
      </CardBody>
      <ul className="divide-y divide-border border-border border-t">
        {switches.map((one) => (
          <li key={one.name} className="px-4 py-3">
            <Checkbox
              checked={isOn(one)}
              onChange={(event) => turn(one.name, event.target.checked)}
              label={<SwitchText text={one.text} />}
              hint={<code>{one.name}</code>}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

const SwitchText = ({ text: words }: { text: string }) => <span className="max-w-prose">{words}</span>;
