"use client";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Menu } from "@/components/ui/menu";
import { notify } from "@/lib/notify";
export function Demo() {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Button id="open" onClick={() => setOpen(true)}>
        Delete asset
      </Button>
      <Button variant="primary" loading>
        Distribute
      </Button>
      <Button
        id="toast"
        onClick={() => {
          notify({
            tone: "ok",
            title: "Category “Accredited EU” created",
            description: "2 assets can require it now.",
          });
          notify({ tone: "danger", title: "It failed" });
        }}
      >
        Toast
      </Button>
      <Menu
        items={[
          { label: "Open", href: "/gallery-u" as never },
          { label: "Lock", onSelect() {} },
          { label: "Delete", tone: "danger", onSelect() {} },
        ]}
      />
      <Menu items={[{ label: "Export CSV", onSelect() {} }]}>Export</Menu>
      <Field label="Amount" className="w-64">
        <AmountInput precision={2} ticker="NWB27" defaultValue="1,250.5" name="amount" />
      </Field>
      <Field label="Amount" className="w-64" error="Above the treasury balance.">
        <AmountInput precision={2} ticker="NWB27" defaultValue="1" name="amount2" />
      </Field>
      {open && (
        <ConfirmDialog
          title="Delete Northwind Bond 2027?"
          consequence="AMP hides the asset and stops tracking it. The tokens stay on Liquid: nothing is destroyed, and 184 holders keep what they have."
          confirmLabel="Delete asset"
          typeToConfirm="Northwind Bond 2027"
          onClose={() => setOpen(false)}
          onConfirm={async () => ({
            ok: false,
            error: {
              code: "REJECTED",
              message: "AMP refused: the asset has open assignments.",
              retryable: false,
              requestId: "4f1c77",
            },
          })}
        />
      )}
    </div>
  );
}
