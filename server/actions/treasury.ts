"use server";

import { z } from "zod";
import { defineAction } from "@/server/doors/define-action";
import { newReceiveAddress } from "@/server/services/treasury";

export const newReceiveAddressAction = defineAction(z.object({}), newReceiveAddress);
