"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ControlRow } from "@/components/users/control-row";
import { MAX_PASSWORD, makePassword } from "@/lib/domain/managers";
import { managersText } from "@/lib/messages/managers";

const { password: text } = managersText;

/** A password to be chosen. One that was made here is shown, because it has to be kept somewhere. */
export function NewPasswordField({ label, error }: { label: string; error: readonly string[] | undefined }) {
  const [password, setPassword] = useState("");
  const [isMade, setMade] = useState(false);
  const make = () => {
    setPassword(makePassword());
    setMade(true);
  };
  return (
    <Field label={label} hint={text.hint} error={error} required>
      <ControlRow
        control={
          <Input
            name="password"
            type={isMade ? "text" : "password"}
            mono={isMade}
            value={password}
            maxLength={MAX_PASSWORD}
            autoComplete="new-password"
            spellCheck={false}
            onChange={(event) => setPassword(event.target.value)}
          />
        }
      >
        <Button onClick={make}>{text.make}</Button>
      </ControlRow>
    </Field>
  );
}
