"use client";

import { useState } from "react";
import { ConfirmAction } from "@/components/data/confirm-action";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { AssetRules } from "@/lib/domain/asset-rules";
import { endpointProblem } from "@/lib/domain/asset-settings";
import { assetSettingsText } from "@/lib/messages/asset-settings";
import { setEndpointAction } from "@/server/actions/asset-settings";

const { endpoint: text } = assetSettingsText;

/** The one thing of an asset that AMP lets its issuer edit: who decides on transfers. */
export function EndpointCard({ asset, environment }: Pick<AssetRules, "asset" | "environment">) {
  const { assetUuid, issuerAuthorizationEndpoint: current } = asset;
  const isSandbox = environment === "sandbox";
  const [typed, setTyped] = useState(current ?? "");
  const [isLeft, setLeft] = useState(false);
  const endpoint = typed.trim();
  const problem = endpoint === "" ? null : endpointProblem(endpoint, isSandbox);
  const canSave = endpoint !== "" && problem === null && endpoint !== current;
  const warnings = asset.transferRestricted ? text.warnings : text.warningsTracked;
  return (
    <Card>
      <CardHeader title={text.title} description={text.lead} />
      <CardBody className="grid gap-4">
        <Field
          label={text.label}
          hint={isSandbox ? text.hintSandbox : text.hint}
          error={isLeft && problem !== null ? text.problems[problem] : undefined}
        >
          <Input
            type="url"
            name="endpoint"
            value={typed}
            placeholder={text.none}
            autoComplete="off"
            spellCheck={false}
            onBlur={() => setLeft(true)}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <ul className="grid list-disc gap-1 ps-5 text-muted-foreground text-xs">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      </CardBody>
      <CardFooter>
        {current !== null && (
          <ConfirmAction
            variant="ghost"
            title={text.removeTitle}
            consequence={text.removeText}
            confirmLabel={text.remove}
            done={text.removed}
            action={() => setEndpointAction({ assetUuid, endpoint: "" })}
          >
            {text.remove}
          </ConfirmAction>
        )}
        {canSave ? (
          <ConfirmAction
            variant="primary"
            tone="primary"
            title={text.saveTitle(new URL(endpoint).host)}
            consequence={text.saveText}
            confirmLabel={text.save}
            done={text.saved}
            action={() => setEndpointAction({ assetUuid, endpoint })}
          >
            {text.save}
          </ConfirmAction>
        ) : (
          <Button disabled>{text.save}</Button>
        )}
      </CardFooter>
    </Card>
  );
}
