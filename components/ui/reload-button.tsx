"use client";

import { Button } from "@/components/ui/button";
import { reloadPage } from "@/lib/leaving";
import { failuresText } from "@/lib/messages/failures";

export const ReloadButton = () => (
  <Button size="sm" onClick={reloadPage}>
    {failuresText.reload}
  </Button>
);
