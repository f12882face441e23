"use client";

import { late } from "@/components/ui/late";
import type { ShownOrder } from "@/lib/domain/foreign-order";

/** Hardly ever there, so its scripts come only where it is. */
const ForeignOrdersList = late(() =>
  import("./foreign-orders-list").then((module) => module.ForeignOrdersList),
);

/** Orders at AMP that no open operation of this desk carries out. */
export const ForeignOrders = (props: { orders: readonly ShownOrder[]; isBusy: boolean }) =>
  props.orders.length === 0 ? null : <ForeignOrdersList {...props} />;
