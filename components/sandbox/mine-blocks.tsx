"use client";

import { useState } from "react";
import { FormAlert } from "@/components/data/error-alert";
import { useSubmit } from "@/components/data/use-submit";
import { Button } from "@/components/ui/button";
import { CardBody } from "@/components/ui/card";
import { formatBlockHeight } from "@/lib/format/times";
import { sandboxText } from "@/lib/messages/sandbox";
import { notify } from "@/lib/notify";
import { mineBlocksAction } from "@/server/actions/sandbox";

const CHOICES = [1, 3, 6];

export function MineBlocks() {
  const [asked, setAsked] = useState(0);
  const { submit, isPending, error } = useSubmit(mineBlocksAction, ({ height }) =>
    notify({ tone: "ok", title: sandboxText.mine.done(asked, formatBlockHeight(height)) }),
  );
  const mine = (blocks: number) => {
    if (isPending) return;
    setAsked(blocks);
    submit({ blocks });
  };
  return (
    <CardBody className="grid gap-3">
      <FormAlert error={error} />
      <div className="flex flex-wrap gap-2">
        {CHOICES.map((blocks) => (
          <Button
            key={blocks}
            variant={blocks === 1 ? "primary" : "secondary"}
            loading={isPending && asked === blocks}
            disabled={isPending && asked !== blocks}
            onClick={() => mine(blocks)}
          >
            {sandboxText.mine.button(blocks)}
          </Button>
        ))}
      </div>
    </CardBody>
  );
}
