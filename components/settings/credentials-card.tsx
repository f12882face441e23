"use client";

import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DialogButton } from "@/components/ui/dialog-button";
import { accountText as text } from "@/lib/messages/account";

const loadPassword = () => import("./password-dialog").then((module) => module.PasswordDialog);
const loadToken = () => import("./token-dialog").then((module) => module.TokenDialog);

export interface CredentialsProps {
  canChangePassword: boolean;
  openOperations: number;
}

export function CredentialsCard({ canChangePassword, openOperations }: CredentialsProps) {
  return (
    <Card>
      <CardHeader title={text.credentials.title} description={text.credentials.description} />
      <CardBody className="grid gap-3">
        <div className="flex flex-wrap gap-2">
          {canChangePassword && (
            <DialogButton load={loadPassword} dialog={{ openOperations }}>
              {text.credentials.password}
            </DialogButton>
          )}
          <DialogButton load={loadToken} dialog={{ openOperations, isByToken: !canChangePassword }}>
            {text.credentials.token}
          </DialogButton>
        </div>
        {!canChangePassword && <p className="text-muted-foreground text-sm">{text.changePassword.byToken}</p>}
      </CardBody>
    </Card>
  );
}
